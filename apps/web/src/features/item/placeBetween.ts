import type { CanvasId, FieldId, Item, ItemId, ItemPlace } from '@tafelrunde/schema'

/**
 * The place at an index of a field as its two neighbours. `ordered` are the field's active items without those that
 * move; an index past the end means the end.
 */
export function placeBetween(
  field: { readonly canvasId: CanvasId | null; readonly fieldId: FieldId },
  ordered: readonly Item[],
  index: number,
): ItemPlace {
  const after = ordered[Math.min(index, ordered.length) - 1]
  const before = ordered[index]
  return {
    canvasId: field.canvasId,
    fieldId: field.fieldId,
    after: after?.id ?? null,
    before: before?.id ?? null,
    position: null,
  }
}

/** The items of a field without some, in order. */
export function withoutItems(items: readonly Item[], moving: ReadonlySet<ItemId>): readonly Item[] {
  return items.filter((item) => !moving.has(item.id))
}
