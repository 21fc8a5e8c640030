import type { CanvasId, FieldId, ItemId, Position } from '@tafelrunde/schema'

/** Where carried notes would land. `index` counts the field's notes without the carried ones; null: at `position`. */
export interface CarryTarget {
  readonly canvasId: CanvasId | null
  readonly fieldId: FieldId
  readonly index: number | null
  readonly position: Position | null
}

/** Notes on their way, by pointer or by keyboard. Nothing is written before they are dropped. */
export interface Carry {
  readonly ids: readonly ItemId[]
  readonly by: 'pointer' | 'keyboard'
  readonly over: CarryTarget | null
}

/** The index at which the field shows the drop mark; null when nothing would land there in order. */
export function dropMarkOf(carry: Carry | null, canvasId: CanvasId | null, fieldId: FieldId): number | null {
  const over = carry?.over
  return over && over.canvasId === canvasId && over.fieldId === fieldId ? over.index : null
}

/** Whether the field is where the carried notes would land, in order or freely. */
export function isCarryOver(carry: Carry | null, canvasId: CanvasId | null, fieldId: FieldId): boolean {
  const over = carry?.over
  return Boolean(over && over.canvasId === canvasId && over.fieldId === fieldId)
}
