import {
  FREE_FIELD,
  addItem,
  connect,
  draw,
  erase,
  linkItem,
  type CanvasId,
  type ItemId,
  type SketchEnd,
  type SketchId,
} from '@tafelrunde/schema'
import type { MouseEvent as ReactMouseEvent, PointerEvent as ReactPointerEvent } from 'react'
import { placeOf } from '../../board/Carry.ts'
import { useDesk } from '../../board/Desk.ts'
import { useItemActions } from '../../features/item/useItemActions.ts'
import { isStrokeHit, simplifyStroke } from '../../features/sketch/strokePath.ts'
import type { Point } from '../../features/surface/camera.ts'
import { useText } from '../../i18n/useText.ts'
import { dragNotes } from './dragNotes.ts'
import type { Whiteboard } from './Whiteboard.ts'

const PEN_WIDTH = 3
const ERASER_REACH = 8

export interface WhiteboardPointer {
  onPointerDown(event: ReactPointerEvent<HTMLElement>): void
  onPointerMove(event: ReactPointerEvent<HTMLElement>): void
  onPointerLeave(): void
  onDoubleClick(event: ReactMouseEvent<HTMLElement>): void
}

/** What the pointer does on the board, by tool. Notes are found by their mark, so a note needs no handlers of its own. */
export function useWhiteboardPointer(whiteboard: Whiteboard): WhiteboardPointer {
  const t = useText().board
  const recommendationText = useText().recommendations
  const desk = useDesk()
  const actions = useItemActions()
  const { selection, carry, rights } = desk

  const mayWriteNote = (note: HTMLElement) => {
    const canvasId = note.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'] ?? null
    return rights.closed.items === null && !rights.isCanvasLocked(canvasId as CanvasId | null)
  }

  const addFreeNote = (client: Point) => {
    if (rights.closed.items !== null) return
    const at = whiteboard.freePointAt(client)
    const place = { canvasId: null, fieldId: FREE_FIELD, position: { x: Math.max(0, at.x - 20), y: at.y - 16 } }
    const id = desk.edit(t.didAdd, (board) => addItem(board, { place, author: desk.seat.id }))
    if (id) selection.edit(id)
  }

  const pressNote = (event: ReactPointerEvent<HTMLElement>, note: HTMLElement) => {
    const id = note.dataset['itemId'] as ItemId
    if (note.hasAttribute('data-editing')) return
    if (event.shiftKey || event.ctrlKey || event.metaKey) return selection.toggle(id)
    const wasChosen = selection.get().chosen.has(id)
    if (!wasChosen) selection.chooseOnly(id)
    if (!mayWriteNote(note) || (event.pointerType === 'touch' && !wasChosen)) return
    dragNotes({
      whiteboard,
      note,
      event: event.nativeEvent,
      takingText: t.clusterHere,
      idsOf: () => [...selection.get().chosen],
      onMove(ids, target, pointer) {
        carry.set({
          ids,
          by: 'pointer',
          over: target?.kind === 'place' ? target.target : null,
          ...(target?.kind === 'cluster' && { onto: target.headId }),
        })
        showPlaceAt(pointer)
        if (ids[0]) desk.showDragging({ itemId: ids[0], x: 0, y: 0 })
      },
      onDrop(ids, target) {
        carry.set(null)
        desk.showDragging(null)
        if (target?.kind === 'cluster') actions.cluster(ids, target.headId)
        else if (target?.kind === 'place') actions.move(ids, placeOf(target.target))
        else if (target?.kind === 'recommendation' && rights.closed.recommendations === null) {
          const recommendationId = target.id
          if (recommendationId === null) ids.slice(0, 1).forEach(actions.derive)
          else
            for (const itemId of ids)
              desk.edit(recommendationText.didLink, (board) => linkItem(board, recommendationId, itemId))
        }
      },
      onCancel() {
        carry.set(null)
        desk.showDragging(null)
      },
    })
  }

  const drawArrow = (event: ReactPointerEvent<HTMLElement>) => {
    if (rights.closed.sketch !== null) return
    const from = endAt(whiteboard, { x: event.clientX, y: event.clientY })
    if (!from) return
    follow(event.nativeEvent, {
      onMove: (client) => whiteboard.draft.set({ type: 'arrow', from, to: whiteboard.freePointAt(client) }),
      onEnd(client) {
        whiteboard.draft.set(null)
        const to = endAt(whiteboard, client)
        if (!to || isSameEnd(from, to)) return
        desk.edit(t.didConnect, (board) => connect(board, from, to))
        whiteboard.tool.set('select')
      },
      onCancel: () => whiteboard.draft.set(null),
    })
  }

  const drawStroke = (event: ReactPointerEvent<HTMLElement>) => {
    if (rights.closed.sketch !== null || !whiteboard.isFree({ x: event.clientX, y: event.clientY })) return
    const colour = whiteboard.penColour.get()
    const start = whiteboard.freePointAt({ x: event.clientX, y: event.clientY })
    let points = [start.x, start.y]
    follow(event.nativeEvent, {
      onMove(client) {
        const point = whiteboard.freePointAt(client)
        points = [...points, point.x, point.y]
        whiteboard.draft.set({ type: 'stroke', points, colour })
      },
      onEnd() {
        whiteboard.draft.set(null)
        desk.edit(t.didDraw, (board) => draw(board, simplifyStroke(points), colour, PEN_WIDTH))
      },
      onCancel: () => whiteboard.draft.set(null),
    })
  }

  const rubOut = (event: ReactPointerEvent<HTMLElement>) => {
    if (rights.closed.sketch !== null) return
    let last = whiteboard.freePointAt({ x: event.clientX, y: event.clientY })
    const touch = (client: Point) => {
      const point = whiteboard.freePointAt(client)
      const under = document.elementFromPoint(client.x, client.y)?.closest<SVGElement>('[data-sketch-id]')
      const hit = new Set(whiteboard.erasing.get())
      if (under?.dataset['sketchId']) hit.add(under.dataset['sketchId'] as SketchId)
      for (const element of desk.snapshot().sketch) {
        if (element.type === 'stroke' && isStrokeHit(element.points, { from: last, to: point }, ERASER_REACH))
          hit.add(element.id)
      }
      last = point
      if (hit.size !== whiteboard.erasing.get().size) whiteboard.erasing.set(hit)
    }
    touch({ x: event.clientX, y: event.clientY })
    follow(event.nativeEvent, {
      onMove: touch,
      onEnd() {
        const ids = [...whiteboard.erasing.get()]
        if (ids.length > 0) desk.edit(t.didErase, (board) => erase(board, ids))
        whiteboard.erasing.set(new Set())
      },
      onCancel: () => whiteboard.erasing.set(new Set()),
    })
  }

  const band = (event: ReactPointerEvent<HTMLElement>) => {
    const start = { x: event.clientX, y: event.clientY }
    const before = event.shiftKey ? [...selection.get().chosen] : []
    follow(event.nativeEvent, {
      onMove(client) {
        const box = {
          x: Math.min(start.x, client.x),
          y: Math.min(start.y, client.y),
          width: Math.abs(client.x - start.x),
          height: Math.abs(client.y - start.y),
        }
        if (box.width + box.height < 8) return
        whiteboard.marquee.set(box)
        selection.choose([...before, ...notesInside(whiteboard.surface, box)])
      },
      onEnd: () => whiteboard.marquee.set(null),
      onCancel: () => whiteboard.marquee.set(null),
    })
  }

  const showPlaceAt = (client: Point) => {
    const body = document.elementFromPoint(client.x, client.y)?.closest('[data-field-body]')
    const field = body?.closest<HTMLElement>('[data-drop-field]')
    if (body && field) {
      const box = body.getBoundingClientRect()
      desk.showPlace({
        fieldId: field.dataset['dropField'] ?? '',
        canvasId: field.dataset['canvasId'] ?? null,
        x: round((client.x - box.left) / box.width),
        y: round((client.y - box.top) / box.height),
      })
    } else if (whiteboard.isFree(client)) {
      desk.showPlace({ fieldId: FREE_FIELD, canvasId: null, ...whiteboard.freePointAt(client) })
    } else desk.showPlace(null)
  }

  return {
    onPointerDown(event) {
      if (event.button !== 0 || !(event.target instanceof Element)) return
      if (!event.currentTarget.contains(event.target)) return
      const tool = whiteboard.tool.get()
      const note = event.target.closest<HTMLElement>('.note[data-item-id]')
      const isControl = event.target.closest('button:not(.note), input, textarea, select, a, .rec-panel, .item-toolbar')
      if (isControl) return
      const isOnSurface = whiteboard.surface?.contains(event.target) ?? false
      if (tool === 'arrow') return drawArrow(event)
      if (tool === 'pen' && isOnSurface) return drawStroke(event)
      if (tool === 'eraser' && isOnSurface) return rubOut(event)
      if (note) return pressNote(event, note)
      const sketch = event.target.closest<SVGElement>('[data-sketch-id]')?.dataset['sketchId']
      whiteboard.chosenSketch.set((sketch as SketchId | undefined) ?? null)
      if (sketch) return
      if (tool === 'note') {
        whiteboard.tool.set('select')
        const field = event.target.closest('[data-drop-field]')
        event.preventDefault()
        if (field) field.querySelector<HTMLTextAreaElement>('.item-writer')?.focus()
        else if (whiteboard.isFree({ x: event.clientX, y: event.clientY }))
          addFreeNote({ x: event.clientX, y: event.clientY })
        return
      }
      if (!event.shiftKey) selection.clear()
      if (isOnSurface && event.pointerType !== 'touch') band(event)
    },
    onPointerMove(event) {
      if (event.pointerType !== 'touch' && carry.get()?.by !== 'pointer')
        showPlaceAt({ x: event.clientX, y: event.clientY })
    },
    onPointerLeave: () => desk.showPlace(null),
    onDoubleClick(event) {
      if (!(event.target instanceof Element) || whiteboard.tool.get() !== 'select') return
      const note = event.target.closest<HTMLElement>('.note[data-item-id]')
      if (note && !note.hasAttribute('data-editing')) {
        if (mayWriteNote(note)) selection.edit(note.dataset['itemId'] as ItemId)
        return
      }
      if (event.target.closest('input, textarea, button, a, [contenteditable]')) return
      const field = event.target.closest('[data-drop-field]')
      if (field) field.querySelector<HTMLTextAreaElement>('.item-writer')?.focus()
      else if (whiteboard.isFree({ x: event.clientX, y: event.clientY }))
        addFreeNote({ x: event.clientX, y: event.clientY })
    },
  }
}

interface Following {
  readonly onMove: (client: Point) => void
  readonly onEnd: (client: Point) => void
  readonly onCancel: () => void
}

function follow(event: PointerEvent, { onMove, onEnd, onCancel }: Following): void {
  const stop = () => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', cancel)
  }
  const move = (moved: PointerEvent) => {
    if (moved.pointerId === event.pointerId) onMove({ x: moved.clientX, y: moved.clientY })
  }
  const up = (ended: PointerEvent) => {
    if (ended.pointerId !== event.pointerId) return
    stop()
    onEnd({ x: ended.clientX, y: ended.clientY })
  }
  const cancel = () => {
    stop()
    onCancel()
  }
  addEventListener('pointermove', move)
  addEventListener('pointerup', up)
  addEventListener('pointercancel', cancel)
}

function endAt(whiteboard: Whiteboard, client: Point): SketchEnd | null {
  const note = document.elementFromPoint(client.x, client.y)?.closest<HTMLElement>('.note[data-item-id]')
  if (note) return { itemId: note.dataset['itemId'] as ItemId }
  return whiteboard.isFree(client) ? { point: whiteboard.freePointAt(client) } : null
}

function isSameEnd(a: SketchEnd, b: SketchEnd): boolean {
  if ('itemId' in a && 'itemId' in b) return a.itemId === b.itemId
  return 'point' in a && 'point' in b && Math.hypot(a.point.x - b.point.x, a.point.y - b.point.y) < 12
}

function notesInside(
  surface: HTMLElement | null,
  box: { x: number; y: number; width: number; height: number },
): ItemId[] {
  return [...(surface?.querySelectorAll<HTMLElement>('.note[data-item-id]') ?? [])]
    .filter((note) => {
      const rect = note.getBoundingClientRect()
      return rect.left < box.x + box.width && rect.right > box.x && rect.top < box.y + box.height && rect.bottom > box.y
    })
    .map((note) => note.dataset['itemId'] as ItemId)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
