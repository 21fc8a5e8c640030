import { readBoard, type Board } from '../Board.ts'
import type { SketchId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import type { Json } from '../json.ts'
import type { Position } from '../item/Item.ts'
import { transact } from '../transact.ts'
import type { SketchEnd } from './Sketch.ts'

/** Move drawings by an offset in pixels; ends that stick to an item stay there. */
export function moveSketch(board: Board, ids: SketchId | readonly SketchId[], by: Position): Applied<true> | null {
  const wanted: readonly SketchId[] = typeof ids === 'string' ? [ids] : ids
  if (!Number.isFinite(by.x) || !Number.isFinite(by.y)) return null
  return transact(board, 'moveSketch', (write) => {
    for (const element of readBoard(board).sketch) {
      if (!wanted.includes(element.id)) continue
      if (element.type === 'stroke') {
        const points = element.points.map((value, index) => value + (index % 2 === 0 ? by.x : by.y))
        write.set('sketch', element.id, 'points', points)
      } else {
        write.set('sketch', element.id, 'from', movedEnd(element.from, by) as Json)
        write.set('sketch', element.id, 'to', movedEnd(element.to, by) as Json)
      }
    }
    return true
  })
}

function movedEnd(end: SketchEnd, by: Position): SketchEnd {
  return 'itemId' in end ? end : { point: { x: end.point.x + by.x, y: end.point.y + by.y } }
}
