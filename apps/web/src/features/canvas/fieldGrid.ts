import type { FieldId, FieldTemplate } from '@tafelrunde/schema'

/** A field's cell in the grid; rows and columns count from 1. */
export interface FieldCell {
  readonly field: FieldTemplate
  readonly row: number
  readonly column: number
}

export interface FieldGridPlan {
  readonly cells: readonly FieldCell[]
  readonly rows: number
  readonly columns: number
}

/** Cells of the grid fields; a template that names no rows and columns is laid out in a square as near as possible. */
export function planGrid(fields: readonly FieldTemplate[]): FieldGridPlan {
  const isPlaced = fields.every((field) => field.row !== undefined && field.column !== undefined)
  const columns = isPlaced
    ? Math.max(1, ...fields.map((field) => field.column ?? 1))
    : Math.min(3, Math.max(1, Math.ceil(Math.sqrt(fields.length))))
  const cells = fields.map((field, index) => ({
    field,
    row: isPlaced ? (field.row ?? 1) : Math.floor(index / columns) + 1,
    column: isPlaced ? (field.column ?? 1) : (index % columns) + 1,
  }))
  return { cells, columns, rows: Math.max(1, ...cells.map((cell) => cell.row)) }
}

/**
 * Track sizes for CSS grid. With `focus`, that field's row and column grow and the others shrink: on a low viewport
 * one cannot read nine equal fields.
 */
export function gridTracks(plan: FieldGridPlan, focus: FieldId | null): { rows: string; columns: string } {
  const cell = plan.cells.find((candidate) => candidate.field.id === focus)
  const track = (count: number, grown: number | undefined, factor: string) =>
    Array.from({ length: count }, (_, index) => `minmax(0, ${grown === index + 1 ? factor : '1fr'})`).join(' ')
  return { rows: track(plan.rows, cell?.row, '2.2fr'), columns: track(plan.columns, cell?.column, '1.35fr') }
}
