import { templateOf, type Canvas, type FieldId, type Item, type SketchElement } from '@tafelrunde/schema'
import { Eraser, MousePointer2, MoveUpRight, PanelRight, Pen, StickyNote } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { indexOf } from '../../board/boardIndex.ts'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { gridTracks, planGrid } from '../../features/canvas/fieldGrid.ts'
import { ItemToolbar } from '../../features/item/ItemToolbar.tsx'
import { LazyNoteContextMenu } from '../../features/item/lazyNoteContextMenu.ts'
import { unionOf, type Box, type Size } from '../../features/surface/camera.ts'
import { Surface } from '../../features/surface/Surface.tsx'
import { ToolPicker, type SurfaceTool } from '../../features/surface/ToolPicker.tsx'
import { ZoomControls } from '../../features/surface/ZoomControls.tsx'
import { useText } from '../../i18n/useText.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { Icon } from '../../ui/Icon.tsx'
import { BoardField } from './BoardField.tsx'
import { FootField } from './FootField.tsx'
import { FreeArea } from './FreeArea.tsx'
import type { Tool, Whiteboard } from './Whiteboard.ts'
import './CanvasView.css'

/** Where the free area ends if nothing lies further out. */
const FREE_SIZE = { width: 1400, height: 900 } as const
const NOTE_ROOM = 260
const DEEP_GAP = 24
/** Below this nine fields cannot be read: then the paper is larger than the view, and one pans. */
const SMALLEST_FRAME = { width: 820, height: 340 } as const

export interface CanvasViewProps {
  readonly canvas: Canvas
  readonly whiteboard: Whiteboard
  readonly isDeep: boolean
  readonly menuAt: { readonly x: number; readonly y: number } | null
  readonly onMenuClose: () => void
}

/** The spatial view: fields in their grid, the free area beside them, all on one paper that pans and zooms. */
export function CanvasView({ canvas, whiteboard, isDeep, menuAt, onMenuClose }: CanvasViewProps) {
  const t = useText().board
  const desk = useDesk()
  const { rights, selection } = desk
  const template = templateOf(canvas.templateId)
  const fields = template?.fields.filter((field) => field.type === 'items' || field.type === 'messages') ?? []
  const grid = planGrid(fields.filter((field) => field.layout === 'grid'))
  const deep = fields.filter((field) => field.layout === 'deepening')
  const foot = fields.filter((field) => field.layout === 'foot')
  const deepRows = Math.ceil(deep.length / 3)
  const tool = useStore(whiteboard.tool, (value) => value)
  const frame = useStore(whiteboard.frame, (size) => size)
  const focusField = useLowViewFocus(whiteboard)
  const tracks = gridTracks(grid, frame.height < 520 ? focusField : null)

  const contentOf = useCallback(
    (viewport: Size): Box => {
      const { free } = indexOf(desk.snapshot())
      const right = Math.max(FREE_SIZE.width, ...free.map((item) => (item.position?.x ?? 0) + NOTE_ROOM))
      const bottom = Math.max(FREE_SIZE.height, ...free.map((item) => (item.position?.y ?? 0) + NOTE_ROOM))
      const top = Math.min(0, ...free.map((item) => item.position?.y ?? 0))
      const fieldsSize = frameOf(viewport)
      const deepHeight = isDeep ? DEEP_GAP + (deepRows * fieldsSize.height) / 3 : 0
      const height = Math.max(fieldsSize.height + deepHeight, bottom) - top
      return { x: 0, y: top, width: fieldsSize.width + right, height }
    },
    [desk, isDeep, deepRows],
  )
  const onResize = useCallback(
    (size: Size) => {
      whiteboard.frame.set(frameOf(size))
      whiteboard.tellLayout()
    },
    [whiteboard],
  )
  const version = useBoardValue(desk.board, (snapshot) => snapshot)
  useEffect(() => {
    whiteboard.camera.resize(whiteboard.camera.viewport, contentOf(whiteboard.camera.viewport))
    whiteboard.tellLayout()
  }, [version, contentOf, whiteboard])
  useEffect(() => {
    if (isDeep) whiteboard.camera.lookAt({ x: 0, y: whiteboard.frame.get().height + DEEP_GAP })
    else if (whiteboard.camera.current.y > 0) whiteboard.camera.home()
  }, [isDeep, whiteboard])

  const fit = () => {
    const size = whiteboard.frame.get()
    const deepHeight = isDeep ? DEEP_GAP + (deepRows * size.height) / 3 : 0
    const fieldsBox = { x: 0, y: 0, width: size.width, height: size.height + deepHeight }
    const { free } = indexOf(desk.snapshot())
    whiteboard.camera.fit(unionOf([fieldsBox, ...freeBoxes(whiteboard, free, desk.snapshot().sketch)]) ?? fieldsBox)
  }
  const pickTool = (next: Tool) => {
    whiteboard.tool.set(next)
    if ((next === 'pen' || next === 'eraser') && !whiteboard.isFreeAreaShown()) whiteboard.showFreeArea()
  }
  const isDrawingClosed = rights.closed.sketch !== null
  const tools: readonly SurfaceTool<Tool>[] = [
    { name: 'select', label: t.toolSelect, icon: MousePointer2, shortcut: '1' },
    { name: 'note', label: t.toolNote, icon: StickyNote, shortcut: '2', isDisabled: rights.closed.items !== null },
    { name: 'arrow', label: t.toolArrow, icon: MoveUpRight, shortcut: '3', isDisabled: isDrawingClosed },
    { name: 'pen', label: t.toolPen, icon: Pen, shortcut: '4', isDisabled: isDrawingClosed },
    { name: 'eraser', label: t.toolEraser, icon: Eraser, shortcut: '5', isDisabled: isDrawingClosed },
  ]

  return (
    <div className="canvas-view">
      <Surface
        onMount={whiteboard.attach}
        camera={whiteboard.camera}
        label={canvas.title || t.canvasUntitled}
        tool={tool}
        contentOf={contentOf}
        onResize={onResize}
      >
        <div
          className="canvas-grid"
          data-pan=""
          style={{
            width: frame.width,
            height: frame.height,
            gridTemplateRows: tracks.rows,
            gridTemplateColumns: tracks.columns,
          }}
        >
          {grid.cells.map(({ field, row, column }) => (
            <div key={field.id} className="canvas-cell" style={{ gridRow: row, gridColumn: column }}>
              <BoardField canvas={canvas} field={field} whiteboard={whiteboard} />
            </div>
          ))}
        </div>
        {isDeep && (
          <div
            className="canvas-grid"
            data-pan=""
            style={{
              top: frame.height + DEEP_GAP,
              width: frame.width,
              height: (deepRows * frame.height) / 3,
              gridTemplateRows: `repeat(${deepRows}, minmax(0, 1fr))`,
              gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
            }}
          >
            {deep.map((field) => (
              <div key={field.id} className="canvas-cell">
                <BoardField canvas={canvas} field={field} whiteboard={whiteboard} />
              </div>
            ))}
          </div>
        )}
        <FreeArea whiteboard={whiteboard} />
      </Surface>
      <footer className="canvas-foot">
        {foot.map((field) => (
          <FootField key={field.id} canvas={canvas} field={field} />
        ))}
        <div className="canvas-foot-end">
          {tool === 'pen' && <PenColours whiteboard={whiteboard} />}
          <ToolPicker label={t.tools} tools={tools} tool={tool} onPick={pickTool} />
          <ZoomControls camera={whiteboard.camera} onFit={fit} jump={<FreeAreaJump whiteboard={whiteboard} />} />
        </div>
      </footer>
      {!menuAt && <ChosenTools whiteboard={whiteboard} />}
      <MarqueeBox whiteboard={whiteboard} />
      {menuAt && (
        <LazyNoteContextMenu
          at={menuAt}
          items={chosenItems(desk.snapshot().items, selection.get().chosen)}
          mayWrite={rights.closed.items === null && !rights.isCanvasLocked(canvas.id)}
          mayDerive={rights.closed.recommendations === null}
          mayDraw={rights.closed.sketch === null}
          onClose={onMenuClose}
        />
      )}
    </div>
  )
}

function freeBoxes(whiteboard: Whiteboard, notes: readonly Item[], sketch: readonly SketchElement[]): Box[] {
  const origin = whiteboard.freeOrigin()
  const points = sketch.flatMap((element) =>
    element.type === 'stroke'
      ? element.points.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: element.points[at + 1] ?? 0 }] : []))
      : [],
  )
  return [
    ...notes.map(({ position }) => ({ x: position?.x ?? 0, y: position?.y ?? 0, width: 190, height: 110 })),
    ...points.map((point) => ({ ...point, width: 1, height: 1 })),
  ].map((box) => ({ ...box, x: box.x + origin.x, y: box.y + origin.y }))
}

function frameOf(viewport: Size): Size {
  return {
    width: Math.max(viewport.width, SMALLEST_FRAME.width),
    height: Math.max(viewport.height, SMALLEST_FRAME.height),
  }
}

function chosenItems(items: readonly Item[], chosen: ReadonlySet<string>): readonly Item[] {
  return items.filter((item) => chosen.has(item.id) && item.state === 'active')
}

/** The field one is in; on a low viewport it grows. */
function useLowViewFocus(whiteboard: Whiteboard): FieldId | null {
  const [field, setField] = useState<FieldId | null>(null)
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      if (!(event.target instanceof Element) || !whiteboard.surface?.contains(event.target)) return
      setField(event.target.closest<HTMLElement>('[data-drop-field]')?.dataset['dropField'] ?? null)
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [whiteboard])
  return field
}

function ChosenTools({ whiteboard }: { whiteboard: Whiteboard }) {
  const desk = useDesk()
  const chosen = useStore(desk.selection, (state) => state.chosen)
  const editing = useStore(desk.selection, (state) => state.editing)
  const isCarrying = useStore(desk.carry, (carry) => carry !== null)
  const isBanding = useStore(whiteboard.marquee, (marquee) => marquee !== null)
  const items = useBoardValue(desk.board, (snapshot) => chosenItems(snapshot.items, chosen))
  const { rights } = desk
  const mayWrite = rights.closed.items === null && items.every((item) => !rights.isCanvasLocked(item.canvasId))
  if (items.length === 0 || editing !== null || isCarrying || isBanding || !mayWrite) return null
  return (
    <ItemToolbar
      items={items}
      mayDerive={rights.closed.recommendations === null}
      mayDraw={rights.closed.sketch === null}
      onLayout={whiteboard.onMoved}
    />
  )
}

function MarqueeBox({ whiteboard }: { whiteboard: Whiteboard }) {
  const box = useStore(whiteboard.marquee, (value) => value)
  if (!box) return null
  const { x, y, width, height } = box
  return <div className="marquee" style={{ left: x, top: y, width, height }} aria-hidden />
}

function FreeAreaJump({ whiteboard }: { whiteboard: Whiteboard }) {
  const t = useText().board
  const [isThere, setIsThere] = useState(false)
  useEffect(() => {
    const read = () => setIsThere(whiteboard.isFreeAreaShown())
    read()
    return whiteboard.camera.subscribe(read)
  }, [whiteboard])
  return (
    <button
      type="button"
      className="zoom-jump"
      onClick={() => (isThere ? whiteboard.camera.home() : whiteboard.showFreeArea())}
    >
      <Icon of={PanelRight} size={15} />
      {isThere ? t.toFields : t.freeArea}
    </button>
  )
}

function PenColours({ whiteboard }: { whiteboard: Whiteboard }) {
  const t = useText().board
  const colour = useStore(whiteboard.penColour, (value) => value)
  return (
    <fieldset className="pen-colours">
      <legend className="visually-hidden">{t.penColour}</legend>
      {(['ink', 'accent', 'rose'] as const).map((one) => (
        <label key={one} title={t.penColourOf[one]} data-colour={one}>
          <input
            type="radio"
            className="visually-hidden"
            name="pen-colour"
            checked={one === colour}
            aria-label={t.penColourOf[one]}
            onChange={() => whiteboard.penColour.set(one)}
          />
        </label>
      ))}
    </fieldset>
  )
}
