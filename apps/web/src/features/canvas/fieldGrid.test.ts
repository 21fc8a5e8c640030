import type { FieldTemplate } from '@tafelrunde/schema'
import { describe, expect, test } from 'vitest'
import { gridTracks, planGrid } from './fieldGrid.ts'

function aField(id: string, row?: 1 | 2 | 3, column?: 1 | 2 | 3): FieldTemplate {
  const label = { de: id, en: id }
  const place = row && column ? { row, column } : {}
  return { id, label, prompt: label, type: 'items', layout: 'grid', merge: 'union', tint: 'sand', ...place }
}

const nine = planGrid(
  ([1, 2, 3] as const).flatMap((row) => ([1, 2, 3] as const).map((column) => aField(`f${row}${column}`, row, column))),
)

describe('fieldGrid', () => {
  test('fields without a place are laid out as squarely as possible', () => {
    const plan = planGrid(['a', 'b', 'c', 'd'].map((id) => aField(id)))
    expect(plan).toMatchObject({ rows: 2, columns: 2 })
    expect(plan.cells.map((cell) => [cell.row, cell.column])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ])
  })

  test('only the row and the column of the focused field grow', () => {
    expect(gridTracks(nine, 'f12')).toEqual({
      rows: 'minmax(0, 2.2fr) minmax(0, 1fr) minmax(0, 1fr)',
      columns: 'minmax(0, 1fr) minmax(0, 1.35fr) minmax(0, 1fr)',
    })
  })
})
