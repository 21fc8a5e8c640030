import { fieldOf, readBoard, readHiddenNotes, templateOf, type CanvasId, type HiddenNote } from '@tafelrunde/schema'
import { ChevronDown, ChevronUp, LockKeyhole } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import type { Session } from '../../sync/openSession.ts'
import { useSource } from '../../sync/Source.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { HiddenWriter } from './HiddenWriter.tsx'
import { notesForBoard, writesHiddenHere } from './hiddenPlace.ts'
import { LateNotes } from './LateNotes.tsx'
import { OwnNotes } from './OwnNotes.tsx'
import { rescueNotes } from './rescueNotes.ts'
import './HiddenPanel.css'

export interface HiddenPanelProps {
  readonly session: Session
  /** The canvas in view; null: the first one. */
  readonly canvasId: CanvasId | null
}

/** Where one writes so that nobody else gets it yet, while a step says so, and what of it was not shown afterwards. */
export function HiddenPanel({ session, canvasId }: HiddenPanelProps) {
  const { group } = useDesk()
  const [hidden, setHidden] = useState<BoardSession | null>(null)
  useEffect(() => {
    const opened = session.openPrivate(group.id, rescueNotes)
    // oxlint-disable-next-line react/set-state-in-effect -- opens a document, which rendering must not
    setHidden(opened)
    return () => {
      opened.close()
      setHidden(null)
    }
  }, [session, group.id])
  return hidden && <OpenPanel session={session} hidden={hidden} canvasId={canvasId} />
}

function OpenPanel({ session, hidden, canvasId }: HiddenPanelProps & { readonly hidden: BoardSession }) {
  const { run, group, seat, board: target } = useDesk()
  const board = useSource(hidden.boards)
  const all = useHiddenNotes(board)
  const question = { run, group, role: seat.role, ownGroupId: session.seat.groupId }
  const own = notesForBoard(all, question)
  const isWriting = writesHiddenHere(question)
  // On the board already, and on their way out of here.
  const gone = useBoardValue(target, ({ items }) =>
    own.map(({ id }) => id).filter((id) => items.some((item) => item.id === id)),
  )
  useShownToast(isWriting, own)
  if (isWriting) return <WritingPanel hidden={hidden} notes={own} canvasId={canvasId} />
  const late = own.filter(({ id, shownAt }) => shownAt !== null || !gone.includes(id))
  if (run.closedAt !== null || late.length === 0) return null
  return <LateNotes hidden={hidden} notes={late} session={session} />
}

interface WritingPanelProps {
  readonly hidden: BoardSession
  readonly notes: readonly HiddenNote[]
  readonly canvasId: CanvasId | null
}

function WritingPanel({ hidden, notes, canvasId }: WritingPanelProps) {
  const t = useText()
  const [isFolded, setFolded] = useState(false)
  const { lamp } = useSource(hidden.state)
  return (
    <section className="hidden-panel" aria-labelledby="hidden-title" data-folded={isFolded ? '' : undefined}>
      <header className="hidden-head">
        <Icon of={LockKeyhole} size={20} />
        <div>
          <h2 id="hidden-title">{t.hiddenWriting.title}</h2>
          <p>{t.hiddenWriting.onlyYou}</p>
        </div>
        <IconButton
          size="s"
          className="hidden-fold"
          label={isFolded ? t.hiddenWriting.unfold : t.hiddenWriting.fold}
          aria-expanded={!isFolded}
          icon={<Icon of={isFolded ? ChevronDown : ChevronUp} />}
          onClick={() => setFolded(!isFolded)}
        />
      </header>
      <div className="hidden-body" hidden={isFolded}>
        <p className="hidden-promise">{t.hiddenWriting.promise}</p>
        <HiddenWriter hidden={hidden} canvasId={canvasId} />
        <div className="hidden-count">
          <h3>{t.hiddenWriting.own({ count: notes.length })}</h3>
          <Lamp state={lamp} label={t.connection[lamp]} />
        </div>
        <OwnNotes hidden={hidden} notes={notes} canvasId={canvasId} />
      </div>
    </section>
  )
}

function useHiddenNotes(board: BoardSession['board']): readonly HiddenNote[] {
  // The snapshot only tells that something has changed; notes of a private document have no canvas there.
  const snapshot = useBoardValue(board, (value) => value)
  const [read, setRead] = useState({ board, snapshot, notes: readHiddenNotes(board) })
  if (read.board !== board || read.snapshot !== snapshot) {
    const next = { board, snapshot, notes: readHiddenNotes(board) }
    setRead(next)
    return next.notes
  }
  return read.notes
}

/** Says where the notes have gone when hidden writing ends on this board by a reveal. */
function useShownToast(isWriting: boolean, own: readonly HiddenNote[]): void {
  const t = useText().hiddenWriting
  const language = useLanguage()
  const { run, board } = useDesk()
  const before = useRef({ isWriting, own, reveals: run.reveals.length })
  useEffect(() => {
    const last = before.current
    const isRevealed = last.isWriting && !isWriting && run.reveals.length > last.reveals
    if (isWriting || !last.isWriting || isRevealed) before.current = { isWriting, own, reveals: run.reveals.length }
    if (!isRevealed) return
    const { canvases } = readBoard(board)
    const fieldOfNote = ({ canvasId, fieldId }: HiddenNote): string | undefined =>
      fieldOf(templateOf(canvases.find(({ id }) => id === canvasId)?.templateId ?? ''), fieldId)?.label[language]
    const fields = [...new Set(last.own.flatMap((note) => fieldOfNote(note) ?? []))]
    showToast({ text: last.own.length === 0 ? t.othersShown : t.shown({ count: last.own.length, fields }) })
  }, [isWriting, own, run, board, t, language])
}
