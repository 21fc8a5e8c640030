import type { ItemId } from '@tafelrunde/schema'
import type { Point } from '../../features/surface/camera.ts'
import { dropTarget, noteUnderMiddle, type DropTarget } from './dropTarget.ts'
import type { Whiteboard } from './Whiteboard.ts'

/** How far the pointer moves before a press becomes a drag; below it, a shaky hand could not select. */
const THRESHOLD_PX = 5
/** So long over the middle of a note before it takes what is dragged: passing over it is no wish. */
const HOLD_MS = 350

export interface NoteDrag {
  readonly whiteboard: Whiteboard
  readonly note: HTMLElement
  readonly event: PointerEvent
  /** Says on the dragged paper that the note below it takes it. */
  readonly takingText: string
  readonly idsOf: () => readonly ItemId[]
  readonly onMove: (ids: readonly ItemId[], target: DropTarget | null, pointer: Point) => void
  readonly onDrop: (ids: readonly ItemId[], target: DropTarget | null) => void
  readonly onCancel: () => void
}

/** Follow a press on a note until it is released: nothing, or a drag with a paper copy under the pointer. */
export function dragNotes(drag: NoteDrag): void {
  const { whiteboard, note, event } = drag
  const start: Point = { x: event.clientX, y: event.clientY }
  const box = note.getBoundingClientRect()
  const grip = { x: start.x - box.left, y: start.y - box.top }
  let ids: readonly ItemId[] | null = null
  let ghost: HTMLElement | null = null
  let target: DropTarget | null = null
  let held: { readonly id: ItemId; readonly timer: ReturnType<typeof setTimeout>; isTaking: boolean } | null = null

  const letGo = () => {
    clearTimeout(held?.timer)
    held = null
  }
  const look = (carried: readonly ItemId[], moved: PointerEvent) => {
    const pointer = { x: moved.clientX, y: moved.clientY }
    const moving = new Set(carried)
    const id = noteUnderMiddle(pointer, moving)
    if (held && held.id !== id) letGo()
    if (id !== null && !held) {
      const holding = { id, timer: setTimeout(() => take(holding, moved), HOLD_MS), isTaking: false }
      held = holding
    }
    target = held?.isTaking
      ? { kind: 'cluster', headId: held.id }
      : dropTarget(whiteboard, { pointer, grip, moving, isForcedFree: moved.altKey })
    if (ghost && target?.kind === 'cluster') ghost.dataset['taken'] = drag.takingText
    else delete ghost?.dataset['taken']
    drag.onMove(carried, target, pointer)
  }
  const take = (holding: { isTaking: boolean }, moved: PointerEvent) => {
    holding.isTaking = true
    if (ids) look(ids, moved)
  }
  const move = (moved: PointerEvent) => {
    if (moved.pointerId !== event.pointerId) return
    const pointer = { x: moved.clientX, y: moved.clientY }
    if (!ids) {
      if (Math.hypot(pointer.x - start.x, pointer.y - start.y) < THRESHOLD_PX) return
      ids = drag.idsOf()
      ghost = ghostOf(note, { count: ids.length, zoom: whiteboard.camera.current.zoom })
    }
    moved.preventDefault()
    if (ghost) ghost.style.translate = `${pointer.x - grip.x}px ${pointer.y - grip.y}px`
    look(ids, moved)
  }
  const finish = (how: 'drop' | 'cancel') => {
    removeEventListener('pointermove', move)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', cancel)
    removeEventListener('keydown', key, true)
    ghost?.remove()
    letGo()
    if (!ids) return
    if (how === 'drop') drag.onDrop(ids, target)
    else drag.onCancel()
  }
  const up = (ended: PointerEvent) => {
    if (ended.pointerId === event.pointerId) finish('drop')
  }
  const cancel = () => finish('cancel')
  const key = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Escape' || !ids) return
    pressed.stopPropagation()
    finish('cancel')
  }
  addEventListener('pointermove', move, { passive: false })
  addEventListener('pointerup', up)
  addEventListener('pointercancel', cancel)
  addEventListener('keydown', key, true)
}

function ghostOf(note: HTMLElement, { count, zoom }: { count: number; zoom: number }): HTMLElement {
  const ghost = note.cloneNode(true) as HTMLElement
  ghost.removeAttribute('role')
  ghost.removeAttribute('data-item-id')
  ghost.setAttribute('aria-hidden', 'true')
  ghost.className = 'note note-ghost'
  ghost.tabIndex = -1
  Object.assign(ghost.style, { width: `${note.offsetWidth}px`, scale: String(zoom) })
  if (count > 1) ghost.dataset['count'] = String(count)
  document.body.append(ghost)
  return ghost
}
