import type { Canvas, CanvasId } from '@tafelrunde/schema'
import { LayoutGrid, ListChecks } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { indexOf } from '../../board/boardIndex.ts'
import { useDesk } from '../../board/Desk.ts'
import { storedChoice } from '../../board/storedChoice.ts'
import { useMedia } from '../../board/useMedia.ts'
import { CanvasHead } from '../../features/canvas/CanvasHead.tsx'
import { CanvasTabs } from '../../features/canvas/CanvasTabs.tsx'
import { RecommendationList } from '../../features/recommendations/RecommendationList.tsx'
import { RecommendationPanel } from '../../features/recommendations/RecommendationPanel.tsx'
import { LazySubmissionBar } from '../../features/submission/lazySubmission.ts'
import type { Access } from '../../features/submission/submissionCalls.ts'
import { useText } from '../../i18n/useText.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { CanvasView } from './CanvasView.tsx'
import { FormView, OutlineView } from './ListView.tsx'
import { isJumping } from './lazyJump.ts'
import { useNews } from './useNews.ts'
import { useVanishedNote } from './useVanishedNote.ts'
import { useWhiteboardKeys } from './useWhiteboardKeys.ts'
import { useWhiteboardPointer } from './useWhiteboardPointer.ts'
import { Whiteboard } from './Whiteboard.ts'

const VIEWS = ['canvas', 'outline', 'form'] as const
type View = (typeof VIEWS)[number]
const VIEW_KEY = 'tafelrunde.view'

export interface BoardMainProps {
  readonly canvasId: CanvasId | null
  readonly onCanvas: (canvasId: CanvasId) => void
  /** The step's instruction, where it shares the line with the title. */
  readonly strip: ReactNode
  /** What stands before the canvas while a step asks for it. */
  readonly aside: ReactNode
  readonly access: Access
}

/** The working part of the board: one canvas in one of three views, and the list. */
export function BoardMain({ canvasId, onCanvas, strip, aside, access }: BoardMainProps) {
  const t = useText()
  const desk = useDesk()
  const isPhone = useMedia('(max-width: 700px)')
  const isSmall = useMedia('(max-width: 1100px), (max-height: 640px)')
  const [whiteboard] = useState(() => new Whiteboard())
  const [view, setView] = useState<View>(() => {
    const known = storedChoice(VIEW_KEY, VIEWS) ?? (isPhone ? 'form' : 'canvas')
    // One field at a time would hide what is looked for.
    return isJumping() && known === 'form' ? 'outline' : known
  })
  const [isDeep, setIsDeep] = useState(() => isJumping() && location.search.includes('deep='))
  const [fold, setFold] = useState<{ isSmall: boolean; isFolded: boolean } | null>(null)
  const isFolded = fold?.isSmall === isSmall ? fold.isFolded : isSmall
  const [phonePart, setPhonePart] = useState<'fields' | 'recommendations'>('fields')
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null)
  const main = useRef<HTMLElement>(null)
  const canvases = useBoardValue(desk.board, (snapshot) => snapshot.canvases.filter((one) => one.state === 'active'))
  const recommendations = useBoardValue(desk.board, (snapshot) =>
    snapshot.recommendations.filter((one) => one.state === 'active'),
  )
  const items = useBoardValue(desk.board, (snapshot) => snapshot.items)
  const itemsById = indexOf(desk.snapshot()).byId
  const canvas = canvases.find((one) => one.id === canvasId) ?? canvases[0]
  const pointer = useWhiteboardPointer(whiteboard)
  const onKeyDown = useWhiteboardKeys({ whiteboard, onMenu: setMenuAt })
  useVanishedNote(items)
  useNews(items)

  const pickView = (next: View) => {
    localStorage.setItem(VIEW_KEY, next)
    setView(next)
  }
  const mayEditCanvas = desk.rights.closed.canvases === null && !(canvas && desk.rights.isCanvasLocked(canvas.id))
  const mayRecommend = desk.rights.closed.recommendations === null
  const foot = <LazySubmissionBar access={access} recommendations={recommendations} />
  const tabs = canvases.length > 1 && canvas && (
    <CanvasTabs
      canvases={canvases}
      shown={canvas.id}
      mayAdd={desk.rights.closed.canvases === null}
      onShow={(id) => {
        desk.selection.clear()
        onCanvas(id)
      }}
    />
  )
  const switches = (
    <>
      {canvas?.templateId === 'target-group' && (
        <Button size="s" isPressed={isDeep} title={t.board.deepeningHint} onClick={() => setIsDeep(!isDeep)}>
          {t.board.deepening}
        </Button>
      )}
      <Segmented
        label={t.board.view}
        value={view}
        onChange={pickView}
        options={[
          { value: 'canvas', label: t.board.viewCanvas },
          { value: 'outline', label: t.board.viewOutline },
          { value: 'form', label: t.board.viewForm },
        ]}
      />
    </>
  )

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- events of the notes inside are handled in one place */}
      <main
        ref={main}
        className="board-main"
        tabIndex={-1}
        {...pointer}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const id = event.target.closest<HTMLElement>('.note[role=button]')?.dataset['itemId']
          const item = id && [...itemsById.values()].find((one) => one.id === id)
          if (item) desk.selection.patch({ current: item.id })
        }}
        onScrollCapture={whiteboard.tellLayout}
        onContextMenu={(event) => {
          const note = (event.target as Element).closest<HTMLElement>('.note[role=button]')
          const item = note && [...itemsById.values()].find((one) => one.id === note.dataset['itemId'])
          if (!item) return
          event.preventDefault()
          if (!desk.selection.get().chosen.has(item.id)) desk.selection.chooseOnly(item.id)
          setMenuAt({ x: event.clientX, y: event.clientY })
        }}
      >
        <p id="board-note-hint" hidden>
          {t.board.noteHint}
        </p>
        {aside}
        {!(isPhone && phonePart === 'recommendations') && (
          <div className="board-work" data-view={view}>
            <div className="board-lines">
              {strip}
              {tabs}
              {canvas && view === 'canvas' ? (
                <CanvasHead canvas={canvas} mayWrite={mayEditCanvas}>
                  {switches}
                </CanvasHead>
              ) : (
                <div className="board-switches">{switches}</div>
              )}
            </div>
            {canvas ? (
              <ViewOf
                view={view}
                canvas={canvas}
                whiteboard={whiteboard}
                isDeep={isDeep}
                menuAt={menuAt}
                onMenuClose={() => setMenuAt(null)}
              />
            ) : (
              <NoCanvas mayAdd={desk.rights.closed.canvases === null} />
            )}
          </div>
        )}
        {isPhone ? (
          phonePart === 'recommendations' && (
            <section className="board-work" aria-label={t.recommendations.title}>
              <h2 className="board-phone-title">{t.recommendations.title}</h2>
              <RecommendationList
                recommendations={recommendations}
                itemsById={itemsById}
                mayWrite={mayRecommend}
                foot={foot}
              />
            </section>
          )
        ) : (
          <RecommendationPanel
            recommendations={recommendations}
            itemsById={itemsById}
            mayWrite={mayRecommend}
            foot={foot}
            isFolded={isFolded}
            onFold={(next) => setFold({ isSmall, isFolded: next })}
          />
        )}
      </main>
      {isPhone && (
        <nav className="board-phone-nav" aria-label={t.board.view}>
          <button
            type="button"
            aria-current={phonePart === 'fields' ? 'page' : undefined}
            onClick={() => setPhonePart('fields')}
          >
            <Icon of={LayoutGrid} />
            {t.board.tabFields}
          </button>
          <button
            type="button"
            aria-current={phonePart === 'recommendations' ? 'page' : undefined}
            onClick={() => setPhonePart('recommendations')}
          >
            <Icon of={ListChecks} />
            {t.board.tabRecommendations} ({recommendations.length})
          </button>
        </nav>
      )}
    </>
  )
}

interface ViewOfProps {
  readonly view: View
  readonly canvas: Canvas
  readonly whiteboard: Whiteboard
  readonly isDeep: boolean
  readonly menuAt: { x: number; y: number } | null
  readonly onMenuClose: () => void
}

function ViewOf({ view, ...rest }: ViewOfProps) {
  const { canvas, whiteboard, isDeep } = rest
  if (view === 'outline') return <OutlineView key={canvas.id} canvas={canvas} whiteboard={whiteboard} isDeep={isDeep} />
  if (view === 'form') return <FormView key={canvas.id} canvas={canvas} whiteboard={whiteboard} isDeep={isDeep} />
  return <CanvasView {...rest} />
}

function NoCanvas({ mayAdd }: { mayAdd: boolean }) {
  const t = useText().board
  const desk = useDesk()
  return (
    <EmptyState
      title={t.noCanvas}
      actions={
        mayAdd && (
          <Button variant="primary" onClick={() => desk.openDialog({ kind: 'new-canvas' })}>
            {t.newCanvas}
          </Button>
        )
      }
    />
  )
}
