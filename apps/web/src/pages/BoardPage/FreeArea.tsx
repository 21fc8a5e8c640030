import { FREE_FIELD, type Item } from '@tafelrunde/schema'
import { useSyncExternalStore } from 'react'
import { indexOf } from '../../board/boardIndex.ts'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { Cursors } from '../../features/people/Cursors.tsx'
import { SketchLayer } from '../../features/sketch/SketchLayer.tsx'
import { useText } from '../../i18n/useText.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { BoardNote } from './BoardNote.tsx'
import { NoteCluster } from './NoteCluster.tsx'
import type { Whiteboard } from './Whiteboard.ts'

/** Notes outside of this many px around the view are not in the page; the view is tracked in steps of it. */
const MARGIN_PX = 600
/** Below so many notes all of them stay: leaving some out would cost more than it saves. */
const ALWAYS_SHOWN = 80

/** The open paper right of the fields: notes anywhere, arrows and pen strokes. */
export function FreeArea({ whiteboard }: { whiteboard: Whiteboard }) {
  const t = useText().board
  const desk = useDesk()
  const frame = useStore(whiteboard.frame, (size) => size)
  const items = useBoardValue(desk.board, (snapshot) => indexOf(snapshot).free)
  const sketch = useBoardValue(desk.board, (snapshot) => snapshot.sketch)
  const erasing = useStore(whiteboard.erasing, (ids) => ids)
  const draft = useStore(whiteboard.draft, (value) => value)
  const chosenSketch = useStore(whiteboard.chosenSketch, (id) => id)
  const carry = useStore(desk.carry, (value) => (value?.by === 'keyboard' ? value : null))
  const current = useStore(desk.selection, (state) => state.current)
  const range = useVisibleRange(whiteboard)
  const origin = whiteboard.freeOrigin()
  const isNear = ({ position }: Item) =>
    position === null ||
    (position.x > range.left && position.x < range.right && position.y > range.top && position.y < range.bottom)
  const shown = items.length <= ALWAYS_SHOWN ? items : items.filter((item) => isNear(item) || item.id === current)
  const tabStop = shown.some((item) => item.id === current) ? current : (shown[0]?.id ?? null)

  return (
    <section
      className="free-area"
      aria-labelledby="free-area-title"
      style={{ left: origin.x, top: origin.y }}
      data-frame={frame.width}
    >
      <header className="free-area-head" data-pan="">
        <h2 id="free-area-title">{t.freeArea}</h2>
        {items.length === 0 && sketch.length === 0 && <p className="soft small">{t.freeAreaHint}</p>}
      </header>
      <SketchLayer
        elements={erasing.size > 0 ? sketch.filter((element) => !erasing.has(element.id)) : sketch}
        draft={draft}
        chosen={chosenSketch}
        measure={whiteboard.measure}
        nameOf={(id) => indexOf(desk.snapshot()).byId.get(id)?.plainText.slice(0, 60) ?? ''}
        onLayout={whiteboard.onLayout}
      />
      <ul aria-label={t.itemCount({ count: items.length })}>
        {shown.map((item, index) => {
          const carried =
            carry?.over?.fieldId === FREE_FIELD && carry.ids.includes(item.id) ? carry.over.position : null
          const position = carried ?? item.position ?? { x: (index % 4) * 200, y: 40 + Math.floor(index / 4) * 90 }
          return (
            <li key={item.id} className="free-note" style={{ left: position.x, top: position.y }}>
              <NoteCluster item={item}>
                {(note) => <BoardNote item={note} field={null} isTabStop={item.id === tabStop} />}
              </NoteCluster>
            </li>
          )
        })}
      </ul>
      <Cursors canvasId={null} fieldId={FREE_FIELD} unit="px" />
    </section>
  )
}

interface VisibleRange {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function useVisibleRange(whiteboard: Whiteboard): VisibleRange {
  const key = useSyncExternalStore(whiteboard.camera.subscribe, () => {
    const { x, y, zoom } = whiteboard.camera.current
    const { width, height } = whiteboard.camera.viewport
    const origin = whiteboard.freeOrigin()
    const down = (value: number) => Math.floor(value / MARGIN_PX) * MARGIN_PX - MARGIN_PX
    const up = (value: number) => Math.ceil(value / MARGIN_PX) * MARGIN_PX + MARGIN_PX
    return [
      down(x - origin.x),
      up(x - origin.x + width / zoom),
      down(y - origin.y),
      up(y - origin.y + height / zoom),
    ].join()
  })
  const [left = 0, right = 0, top = 0, bottom = 0] = key.split(',').map(Number)
  return { left, right, top, bottom }
}
