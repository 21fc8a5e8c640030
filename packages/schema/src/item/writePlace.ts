import type { CanvasId, FieldId, ItemId } from '../ids.ts'
import type { Writer } from '../Writer.ts'

/** Where an item is, wholly: of two people who place it at the same time, one prevails with everything. */
export interface WrittenPlace {
  readonly canvasId: CanvasId | null
  readonly fieldId: FieldId
  readonly order: string
  readonly headId: ItemId | null
}

/** Write the place of an item. */
export function writePlace(write: Writer, itemId: ItemId, place: WrittenPlace): void {
  write.set('items', itemId, 'canvasId', place.canvasId)
  write.set('items', itemId, 'fieldId', place.fieldId)
  write.set('items', itemId, 'order', place.order)
  write.set('items', itemId, 'head', place.headId)
}
