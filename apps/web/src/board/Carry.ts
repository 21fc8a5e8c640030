import type { CanvasId, FieldId, ItemId, ItemPlace, Position } from '@tafelrunde/schema'

/** Where carried notes would land: between two neighbours in order, or at a position. */
export interface CarryTarget {
  readonly canvasId: CanvasId | null
  readonly fieldId: FieldId
  readonly after: ItemId | null
  readonly before: ItemId | null
  readonly position: Position | null
}

/** Notes on their way, by pointer or by keyboard. Nothing is written before they are dropped. */
export interface Carry {
  readonly ids: readonly ItemId[]
  readonly by: 'pointer' | 'keyboard'
  readonly over: CarryTarget | null
  /** The note under which they would land. */
  readonly onto?: ItemId
}

/** The place that a target means for a schema operation. */
export function placeOf(target: CarryTarget): ItemPlace {
  const { canvasId, fieldId, after, before, position } = target
  return position ? { canvasId, fieldId, position } : { canvasId, fieldId, after, before, position: null }
}

/** Beside which note a field shows the drop mark: `before:<id>`, `after:<id>`, or null for none. */
export function dropMarkOf(carry: Carry | null, canvasId: CanvasId | null, fieldId: FieldId): string | null {
  const over = carry?.over
  if (!over || over.canvasId !== canvasId || over.fieldId !== fieldId || over.position) return null
  if (over.before) return `before:${over.before}`
  return over.after ? `after:${over.after}` : null
}

/** Whether the field is where the carried notes would land, in order or freely. */
export function isCarryOver(carry: Carry | null, canvasId: CanvasId | null, fieldId: FieldId): boolean {
  const over = carry?.over
  return Boolean(over && over.canvasId === canvasId && over.fieldId === fieldId)
}
