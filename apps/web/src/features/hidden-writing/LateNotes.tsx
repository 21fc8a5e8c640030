import type { HiddenNote } from '@tafelrunde/schema'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { useDesk } from '../../board/Desk.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import type { Session } from '../../sync/openSession.ts'
import { useSource } from '../../sync/Source.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { HiddenNoteRow } from './HiddenNoteRow.tsx'
import { revealOwn } from './hiddenCalls.ts'

export interface LateNotesProps {
  readonly session: Session
  readonly hidden: BoardSession
  readonly notes: readonly HiddenNote[]
}

/** Own notes that came too late to be shown with the others': still only their author's, who shows or deletes them. */
export function LateNotes({ session, hidden, notes }: LateNotesProps) {
  const t = useText()
  const { group, rights } = useDesk()
  const { lamp } = useSource(hidden.state)
  const [isShowing, setShowing] = useState(false)
  const isClosed = rights.closed.items !== null
  const show = async (): Promise<void> => {
    setShowing(true)
    try {
      const count = await revealOwn(session.seat, group.id)
      showToast({ text: t.hiddenWriting.shown({ count, fields: [] }) })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      showToast({ text: errorText(t, error.code), kind: 'problem' })
    } finally {
      setShowing(false)
    }
  }
  return (
    <section className="hidden-panel" aria-labelledby="hidden-late">
      <header className="hidden-head">
        <Icon of={LockKeyhole} size={20} />
        <div>
          <h2 id="hidden-late">{t.hiddenWriting.late({ count: notes.length })}</h2>
          <p>{t.hiddenWriting.onlyYou}</p>
        </div>
      </header>
      <div className="hidden-body">
        <p className="hidden-promise">
          {t.hiddenWriting.lateExplain} {isClosed && t.hiddenWriting.lateClosed}
        </p>
        <Button variant="primary" disabled={isClosed || isShowing || lamp !== 'saved'} onClick={() => void show()}>
          {isShowing ? t.hiddenWriting.showing : t.hiddenWriting.showNow}
        </Button>
        <ul className="hidden-notes">
          {notes.map((note) => (
            <HiddenNoteRow key={note.id} hidden={hidden} note={note} />
          ))}
        </ul>
        <p className="hidden-hint">{t.hiddenWriting.promise}</p>
      </div>
    </section>
  )
}
