import type { Rating } from '@tafelrunde/schema/plain'

/** What is needed of a point to place it. */
export interface MatrixPoint {
  readonly key: string
  readonly number: number
  readonly effort: Rating
  readonly impact: Rating
}

/** All points with the same estimate: they stand side by side in one cell instead of on top of one another. */
export interface MatrixCell<P extends MatrixPoint> {
  readonly effort: Rating
  readonly impact: Rating
  readonly points: readonly P[]
  /** How many more there are than have room. */
  readonly more: number
}

/** Nine numbers can be told apart in a cell; with more the last place says how many are missing. */
const mostPerCell = 9

/** Points by cell, in their order; cells without points are left out. */
export function matrixCells<P extends MatrixPoint>(points: readonly P[]): readonly MatrixCell<P>[] {
  return [...Map.groupBy(points, ({ effort, impact }) => `${effort} ${impact}`).values()].map((inCell) => {
    const first = inCell[0] as P
    const shown = inCell.length > mostPerCell ? mostPerCell - 1 : inCell.length
    return {
      effort: first.effort,
      impact: first.impact,
      points: inCell.slice(0, shown),
      more: inCell.length - shown,
    }
  })
}
