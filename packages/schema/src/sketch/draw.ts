import type { Board } from '../Board.ts'
import { newId, type SketchId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { transact } from '../transact.ts'
import { assertRoomForSketch, claimTopOrder } from './connect.ts'
import { parsePoints } from './parseSketchElement.ts'
import type { StrokeColour } from './Sketch.ts'

/**
 * Draw a pen stroke. Coordinates are kept to a tenth of a pixel. Null for points that are none.
 *
 * @throws LimitExceeded `sketch.tooMany` | `sketch.tooLong`, before anything is written
 */
export function draw(
  board: Board,
  points: readonly number[],
  colour: StrokeColour,
  width: number,
): Applied<SketchId> | null {
  assertRoomForSketch(board)
  assertWithin('sketch.tooLong', points.length / 2, LIMITS.pointsPerStroke)
  const rounded = parsePoints(points.map((value) => Math.round(value * 10) / 10))
  if (!rounded) return null
  return transact(board, 'draw', (write) => {
    const id = newId<SketchId>()
    const order = claimTopOrder(board, write)
    write.create('sketch', id, { values: { type: 'stroke', points: [...rounded], colour, width, order } })
    return id
  })
}
