import { FREE_FIELD, addItem, erase, placeItem, type CanvasId, type Item, type ItemId } from '@tafelrunde/schema'
import { useEffect, type KeyboardEvent as ReactKeyboardEvent } from 'react'
import { indexOf } from '../../board/boardIndex.ts'
import { placeOf, type CarryTarget } from '../../board/Carry.ts'
import { useDesk } from '../../board/Desk.ts'
import { nearestInDirection, type Direction } from '../../board/nearestInDirection.ts'
import { useItemActions } from '../../features/item/useItemActions.ts'
import { steppedZoom } from '../../features/surface/camera.ts'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'
import { neighbours, notesInOrder } from './dropTarget.ts'
import type { Tool, Whiteboard } from './Whiteboard.ts'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const TOOLS: readonly Tool[] = ['select', 'note', 'arrow', 'pen', 'eraser']
/** Pixels of one arrow key in the free area; with shift so many times more. */
const NUDGE = { px: 16, shift: 4 } as const

export interface WhiteboardKeysOptions {
  readonly whiteboard: Whiteboard
  readonly onMenu: (at: { x: number; y: number }) => void
}

/** Everything that the keyboard does on the board. Single letters work only while the focus is on it. */
export function useWhiteboardKeys({
  whiteboard,
  onMenu,
}: WhiteboardKeysOptions): (event: ReactKeyboardEvent<HTMLElement>) => void {
  const t = useText().board
  const desk = useDesk()
  const actions = useItemActions()
  const { selection, carry, rights } = desk

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) desk.undo()
      else if (key === 'y' || (key === 'z' && event.shiftKey)) desk.redo()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [desk])

  const mayWrite = (note: Element) => {
    const canvasId = note.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'] ?? null
    return rights.closed.items === null && !rights.isCanvasLocked(canvasId as CanvasId | null)
  }
  const itemOf = (id: ItemId): Item | undefined => indexOf(desk.snapshot()).byId.get(id)

  const pickUp = (note: HTMLElement) => {
    const id = note.dataset['itemId'] as ItemId
    const item = itemOf(id)
    if (!item || !mayWrite(note)) return
    if (item.fieldId === FREE_FIELD) {
      carry.set({
        ids: [id],
        by: 'keyboard',
        over: {
          canvasId: null,
          fieldId: FREE_FIELD,
          after: null,
          before: null,
          position: item.position ?? { x: 0, y: 0 },
        },
      })
      announce(t.pickedUp({ field: t.freeArea, index: 1, count: 1 }))
      return
    }
    const field = note.closest<HTMLElement>('[data-drop-field]')
    if (!field) return
    const all = notesInOrder(field, new Set())
    // What lies under a head comes out behind it.
    const isMember = note.closest('.cluster-members') !== null
    const place = isMember ? note.closest('.field-note')?.querySelector<HTMLElement>('.note') : note
    const index = Math.max(0, (place ? all.indexOf(place) : -1) + (isMember ? 1 : 0))
    const notes = notesInOrder(field, new Set([id]))
    carry.set({ ids: [id], by: 'keyboard', over: targetAt(field, notes, index) })
    announce(t.pickedUp({ field: nameOf(field), index: index + 1, count: notes.length + 1 }))
  }

  const moveCarried = (over: CarryTarget, id: ItemId, direction: Direction, isFar: boolean) => {
    if (over.fieldId === FREE_FIELD && over.position) {
      const step = NUDGE.px * (isFar ? NUDGE.shift : 1)
      const position = {
        x: Math.max(0, over.position.x + (direction === 'left' ? -step : direction === 'right' ? step : 0)),
        y: over.position.y + (direction === 'up' ? -step : direction === 'down' ? step : 0),
      }
      carry.set({ ids: [id], by: 'keyboard', over: { ...over, position } })
      announce(t.freeCarried(position))
      return
    }
    const field = fieldOfTarget(whiteboard, over)
    if (!field) return
    const moving = new Set<string>([id])
    if (direction === 'up' || direction === 'down') {
      const notes = notesInOrder(field, moving)
      const index = indexIn(notes, over) + (direction === 'up' ? -1 : 1)
      if (index >= 0 && index <= notes.length) {
        carry.set({ ids: [id], by: 'keyboard', over: targetAt(field, notes, index) })
        announce(t.carried({ field: nameOf(field), index: index + 1, count: notes.length + 1 }))
        return
      }
    }
    const next = neighbourOf(field, direction)
    if (!next) return
    const notes = notesInOrder(next, moving)
    const index = direction === 'down' ? 0 : notes.length
    carry.set({ ids: [id], by: 'keyboard', over: targetAt(next, notes, index) })
    next.querySelector('[data-field-body]')?.scrollTo({ top: direction === 'down' ? 0 : 1e6 })
    announce(t.carried({ field: nameOf(next), index: index + 1, count: notes.length + 1 }))
  }

  const drop = (over: CarryTarget, id: ItemId) => {
    carry.set(null)
    const isMember = indexOf(desk.snapshot()).clusters.headOf.has(id)
    if (over.fieldId === FREE_FIELD && !isMember) desk.edit(t.didMove, (board) => placeItem(board, id, over.position))
    else if (actions.move([id], placeOf(over))) {
      const field = fieldOfTarget(whiteboard, over)
      const index = field ? indexIn(notesInOrder(field, new Set([id])), over) : 0
      const count = field ? notesInOrder(field, new Set([id])).length + 1 : 1
      announce(t.didMoveTo({ field: field ? nameOf(field) : '', index: index + 1, count }))
    }
    requestAnimationFrame(() => focusNote(id))
  }

  const onCarryKey = (event: ReactKeyboardEvent<HTMLElement>): boolean => {
    const carried = carry.get()
    const id = carried?.ids[0]
    if (carried?.by !== 'keyboard' || !carried.over || !id) return false
    const direction = ARROWS[event.key]
    if (direction) moveCarried(carried.over, id, direction, event.shiftKey)
    else if (event.key === 'Enter' || event.key === ' ' || event.key.toLowerCase() === 'm') drop(carried.over, id)
    else if (event.key === 'Escape' || event.key === 'Tab') {
      carry.set(null)
      announce(t.carryCancelled)
      if (event.key === 'Tab') return false
    } else return false
    return true
  }

  const onNoteKey = (event: ReactKeyboardEvent<HTMLElement>, note: HTMLElement): boolean => {
    const id = note.dataset['itemId'] as ItemId
    const { chosen } = selection.get()
    const ids = chosen.has(id) ? [...chosen] : [id]
    const direction = ARROWS[event.key]
    if (direction) {
      const next = nextNote(note, direction)
      if (next) {
        if (event.shiftKey) selection.choose([...chosen, id, next.dataset['itemId'] as ItemId])
        focusElement(next)
      }
      return true
    }
    if (event.key === 'F10' && event.shiftKey) {
      const box = note.getBoundingClientRect()
      if (!chosen.has(id)) selection.chooseOnly(id)
      onMenu({ x: box.left + 12, y: box.bottom })
      return true
    }
    if (event.key.toLowerCase() === 'e' && rights.closed.recommendations === null) {
      actions.derive(id)
      return true
    }
    if (!mayWrite(note)) return false
    if (event.key === 'Enter') selection.edit(id)
    else if (event.key === ' ' || event.key.toLowerCase() === 'm') pickUp(note)
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const next = nextNote(note, 'down') ?? nextNote(note, 'up')
      actions.bin(ids)
      if (next) focusElement(next)
    } else return false
    return true
  }

  const onControlKey = (event: ReactKeyboardEvent<HTMLElement>, note: HTMLElement | null): boolean => {
    const key = event.key.toLowerCase()
    const field = note?.closest('[data-drop-field], .free-area')
    if (key === 'a' && field) {
      selection.choose(
        [...field.querySelectorAll<HTMLElement>('.note[data-item-id]')].map((one) => one.dataset['itemId'] as ItemId),
      )
      announce(t.chosenCount({ count: selection.get().chosen.size }))
    } else if (key === 'd' && note && mayWrite(note)) {
      const { chosen } = selection.get()
      const id = note.dataset['itemId'] as ItemId
      actions.duplicate(chosen.has(id) ? [...chosen] : [id])
    } else return false
    return true
  }

  const startNote = (from: Element | null) => {
    if (rights.closed.items !== null) return
    const field = from?.closest('[data-drop-field]')
    const isFree = !field && (from?.closest('.free-area') || whiteboard.isFreeAreaShown())
    if (!isFree) {
      const scope = field ?? whiteboard.surface
      scope?.querySelector<HTMLTextAreaElement>('.item-writer')?.focus()
      return
    }
    const { camera } = whiteboard
    const origin = whiteboard.freeOrigin()
    const position = {
      x: Math.round(Math.max(0, camera.current.x - origin.x) + 60),
      y: Math.round(camera.current.y - origin.y + camera.viewport.height / camera.current.zoom / 3),
    }
    const place = { canvasId: null, fieldId: FREE_FIELD, position }
    const id = desk.edit(t.didAdd, (board) => addItem(board, { place, author: desk.seat.id }))
    if (id) selection.edit(id)
  }

  const onBoardKey = (event: ReactKeyboardEvent<HTMLElement>): boolean => {
    const { camera } = whiteboard
    const tool = TOOLS[Number(event.key) - 1]
    const sketch = whiteboard.chosenSketch.get()
    if (event.key === 'n' || event.key === 'N') startNote(event.target as Element)
    else if (event.key === '+') camera.zoomTo(steppedZoom(camera.current.zoom, 1))
    else if (event.key === '-' || event.key === '−') camera.zoomTo(steppedZoom(camera.current.zoom, -1))
    else if (event.key === '0') camera.home()
    else if (event.key === '?') desk.openDialog({ kind: 'keys' })
    else if (tool) whiteboard.tool.set(tool)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && sketch && rights.closed.sketch === null) {
      desk.edit(t.didErase, (board) => erase(board, sketch))
      whiteboard.chosenSketch.set(null)
    } else if (event.key === 'Escape') {
      selection.clear()
      whiteboard.tool.set('select')
    } else return false
    return true
  }

  return (event) => {
    if (!(event.target instanceof HTMLElement) || !event.currentTarget.contains(event.target)) return
    if (isTyping(event.target)) return
    const note = event.target.closest<HTMLElement>('.note[role=button]')
    const hasModifier = event.ctrlKey || event.metaKey
    const isHandled = hasModifier
      ? onControlKey(event, note)
      : event.altKey
        ? false
        : onCarryKey(event) ||
          (note !== null && onNoteKey(event, note)) ||
          (isForBoard(event.target, note) && onBoardKey(event))
    if (isHandled) event.preventDefault()
  }
}

function isForBoard(target: Element, note: Element | null): boolean {
  return note !== null || target.closest('select, [role=menuitem], [role=radio], [role=separator], input') === null
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]') !== null
  )
}

function targetAt(field: HTMLElement, notes: readonly HTMLElement[], index: number): CarryTarget {
  const canvasId = (field.dataset['canvasId'] as CanvasId | undefined) ?? null
  return { canvasId, fieldId: field.dataset['dropField'] ?? '', ...neighbours(notes, index), position: null }
}

function indexIn(notes: readonly HTMLElement[], over: CarryTarget): number {
  const before = notes.findIndex((note) => note.dataset['itemId'] === over.before)
  return before === -1 ? notes.length : before
}

function nameOf(field: Element): string {
  return field.querySelector('h2, h3')?.textContent ?? ''
}

function fieldOfTarget(whiteboard: Whiteboard, over: CarryTarget): HTMLElement | null {
  const root = whiteboard.surface?.closest('.board') ?? document
  return root.querySelector<HTMLElement>(`[data-drop-field="${over.fieldId}"][data-canvas-id="${over.canvasId}"]`)
}

function neighbourOf(field: HTMLElement, direction: Direction): HTMLElement | null {
  const fields = [...(field.closest('.board')?.querySelectorAll<HTMLElement>('[data-drop-field]') ?? [])]
  return nearestInDirection(fields.map(rectOf), rectOf(field), direction)
}

function nextNote(note: HTMLElement, direction: Direction): HTMLElement | null {
  const field = note.closest<HTMLElement>('[data-drop-field], .free-area')
  if (!field) return null
  const own = [...field.querySelectorAll<HTMLElement>('.note[role=button]')]
  const inside = nearestInDirection(own.map(rectOf), rectOf(note), direction)
  if (inside || !field.matches('[data-drop-field]')) return inside
  for (let next = neighbourOf(field, direction); next; next = neighbourOf(next, direction)) {
    const notes = [...next.querySelectorAll<HTMLElement>('.note[role=button]')]
    const found = nearestInDirection(notes.map(rectOf), rectOf(note), direction) ?? notes[0]
    if (found) return found
  }
  return direction === 'right'
    ? (field.closest('.board')?.querySelector<HTMLElement>('.free-area .note[role=button]') ?? null)
    : null
}

function rectOf(element: HTMLElement) {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { name: element, x, y, width, height }
}

function focusElement(note: HTMLElement): void {
  note.focus({ preventScroll: true })
  note.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Put the keyboard on a note, wherever it now is. */
export function focusNote(id: ItemId): void {
  const note = document.querySelector<HTMLElement>(`.board .note[role=button][data-item-id="${id}"]`)
  if (note) focusElement(note)
}
