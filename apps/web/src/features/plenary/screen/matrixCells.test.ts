import type { Rating } from '@tafelrunde/schema/plain'
import { expect, it } from 'vitest'
import { matrixCells } from './matrixCells.ts'

const points = (count: number, effort: Rating, impact: Rating) =>
  Array.from({ length: count }, (_, index) => ({
    key: `${effort}${impact}${index}`,
    number: index + 1,
    effort,
    impact,
  }))

it('puts points with the same estimate side by side in one cell', () => {
  const cells = matrixCells([...points(2, 1, 5), ...points(1, 5, 1)])
  expect(cells.map(({ effort, impact, points: inCell }) => [effort, impact, inCell.length])).toEqual([
    [1, 5, 2],
    [5, 1, 1],
  ])
})

it('shows nine of a cell, and with more eight and how many are missing', () => {
  expect(matrixCells(points(9, 3, 3))).toMatchObject([{ more: 0 }])
  const [full] = matrixCells(points(12, 3, 3))
  expect([full?.points.length, full?.more]).toEqual([8, 4])
})
