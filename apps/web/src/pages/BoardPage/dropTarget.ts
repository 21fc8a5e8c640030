import { FREE_FIELD, type CanvasId, type ItemId, type Position, type RecommendationId } from '@tafelrunde/schema'
import type { CarryTarget } from '../../board/Carry.ts'
import { dropIndex } from '../../features/item/dropIndex.ts'
import type { Point } from '../../features/surface/camera.ts'
import type { Whiteboard } from './Whiteboard.ts'

export type DropTarget =
  /** Held over the middle of a note: under it. */
  | { readonly kind: 'cluster'; readonly headId: ItemId }
  | { readonly kind: 'place'; readonly target: CarryTarget }
  /** Dropped on the list: link to an entry, or derive a new one. */
  | { readonly kind: 'recommendation'; readonly id: RecommendationId | null }

export interface DropQuestion {
  readonly pointer: Point
  readonly moving: ReadonlySet<ItemId>
  /** From the dragged note's corner to the pointer, in px of the window. */
  readonly grip: Point
  readonly isForcedFree: boolean
}

/** What lies under the pointer for the notes that are dragged. */
export function dropTarget(whiteboard: Whiteboard, question: DropQuestion): DropTarget | null {
  const { pointer, grip } = question
  const under = document.elementFromPoint(pointer.x, pointer.y)
  const panel = under?.closest('.rec-panel')
  if (panel) {
    const id = under?.closest<HTMLElement>('[data-recommendation-id]')?.dataset['recommendationId']
    return { kind: 'recommendation', id: (id as RecommendationId | undefined) ?? null }
  }
  const field = under?.closest<HTMLElement>('[data-drop-field]')
  if (field) return { kind: 'place', target: targetInField(whiteboard, field, question) }
  if (!whiteboard.surface?.contains(under ?? null) || !whiteboard.isFree(pointer)) return null
  const corner = whiteboard.freePointAt({ x: pointer.x - grip.x, y: pointer.y - grip.y })
  const position = { x: Math.max(0, corner.x), y: corner.y }
  return { kind: 'place', target: { canvasId: null, fieldId: FREE_FIELD, after: null, before: null, position } }
}

/** The note whose middle lies under the pointer; its edges are for the places beside it. */
export function noteUnderMiddle({ x, y }: Point, moving: ReadonlySet<ItemId>): ItemId | null {
  const note = document.elementFromPoint(x, y)?.closest<HTMLElement>('.board-main .note[data-item-id]')
  if (!note || moving.has(note.dataset['itemId'] as ItemId)) return null
  const box = note.getBoundingClientRect()
  const isInside = (at: number, from: number, size: number) => at > from + size * 0.2 && at < from + size * 0.8
  return isInside(x, box.left, box.width) && isInside(y, box.top, box.height) ? idOf(note) : null
}

function targetInField(whiteboard: Whiteboard, field: HTMLElement, question: DropQuestion): CarryTarget {
  const { pointer, moving, isForcedFree } = question
  const canvasId = (field.dataset['canvasId'] as CanvasId | undefined) ?? null
  const fieldId = field.dataset['dropField'] ?? FREE_FIELD
  const isLoose = isForcedFree || whiteboard.isLoose(canvasId, fieldId) || field.querySelector('[data-placed]') !== null
  const list = field.querySelector<HTMLElement>('.field-notes')
  if (isLoose && list && !field.hasAttribute('data-in-line')) {
    return { canvasId, fieldId, after: null, before: null, position: positionIn(list, question) }
  }
  const notes = notesInOrder(field, moving)
  const index = dropIndex(
    notes.map((note) => note.getBoundingClientRect()),
    pointer,
  )
  return { canvasId, fieldId, ...neighbours(notes, index), position: null }
}

/** The notes of a field that stand in order, without those that move and those that lie under a head. */
export function notesInOrder(field: Element, moving: ReadonlySet<string>): readonly HTMLElement[] {
  return [...field.querySelectorAll<HTMLElement>('.field-note:not([data-placed]) .note')].filter(
    (note) => !moving.has(note.dataset['itemId'] ?? '') && !note.closest('.cluster-members'),
  )
}

/** The two notes between which an index lies. */
export function neighbours(
  notes: readonly HTMLElement[],
  index: number,
): { readonly after: ItemId | null; readonly before: ItemId | null } {
  return { after: idOf(notes[index - 1]), before: idOf(notes[index]) }
}

function idOf(note: HTMLElement | undefined): ItemId | null {
  return (note?.dataset['itemId'] as ItemId | undefined) ?? null
}

/** Fractions of the room that is left for the note's corner, so that it is in view at any size. */
function positionIn(list: HTMLElement, { pointer, grip, moving }: DropQuestion): Position {
  const box = list.getBoundingClientRect()
  const dragged = list.querySelector(`.note[data-item-id="${[...moving][0] ?? ''}"]`)?.getBoundingClientRect()
  const width = Math.min(dragged?.width ?? 160, box.width * 0.56)
  const height = dragged?.height ?? 40
  const fraction = (value: number, room: number) => Math.min(1, Math.max(0, room <= 0 ? 0 : value / room))
  return {
    x: fraction(pointer.x - grip.x - box.left, box.width - width),
    y: fraction(pointer.y - grip.y - box.top, box.height - height),
  }
}
