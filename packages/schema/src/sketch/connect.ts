import { internalsOf, readBoard, type Board } from '../Board.ts'
import { newId, type SketchId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import type { Json } from '../json.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { planInsertion } from '../order.ts'
import { normaliseLine } from '../text.ts'
import { transact } from '../transact.ts'
import type { Writer } from '../Writer.ts'
import { parseEnd } from './parseSketchElement.ts'
import type { SketchEnd } from './Sketch.ts'

/**
 * Draw an arrow from one end to the other; at an item it sticks to it. Null when such an item is gone.
 *
 * @throws LimitExceeded `sketch.tooMany` | `text.tooLong`, before anything is written
 */
export function connect(board: Board, from: SketchEnd, to: SketchEnd, label = ''): Applied<SketchId> | null {
  assertRoomForSketch(board)
  assertWithin('text.tooLong', label.length, LIMITS.labelCharacters)
  return transact(board, 'connect', (write) => {
    const ends = [from, to].map((end) => parseEnd(end))
    const isThere = (end: SketchEnd | null): boolean =>
      end !== null && (!('itemId' in end) || write.entry('items', end.itemId) !== null)
    if (!ends.every(isThere)) return null
    const id = newId<SketchId>()
    write.create('sketch', id, {
      values: { type: 'arrow', from: ends[0] as Json, to: ends[1] as Json, order: claimTopOrder(board, write) },
      texts: { label: normaliseLine(label) },
    })
    return id
  })
}

/**
 * Set the label of an arrow by the smallest splice.
 *
 * @throws LimitExceeded `text.tooLong`, before anything is written
 */
export function labelArrow(board: Board, id: SketchId, label: string): Applied<true> | null {
  assertWithin('text.tooLong', label.length, LIMITS.labelCharacters)
  return transact(board, 'labelArrow', (write) => {
    if (write.entry('sketch', id)?.get('type') !== 'arrow') return null
    write.text('sketch', id, 'label', normaliseLine(label))
    return true
  })
}

/** Throws `LimitExceeded` if the board holds no more drawing. */
export function assertRoomForSketch(board: Board): void {
  assertWithin('sketch.tooMany', internalsOf(board).roots.sketch.size + 1, LIMITS.sketchPerBoard)
}

/** An order key above everything drawn so far. */
export function claimTopOrder(board: Board, write: Writer): string {
  const list = readBoard(board).sketch
  const plan = planInsertion(list, { at: list.length, count: 1 })
  for (const [id, order] of plan.renumbered) write.setSilently('sketch', id, 'order', order)
  return plan.keys[0] as string
}
