import type { Board } from '../Board.ts'
import type { SketchId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { transact } from '../transact.ts'

/** Erase arrows and strokes; undo draws them again under the same id. Null when all are gone already. */
export function erase(board: Board, ids: SketchId | readonly SketchId[]): Applied<true> | null {
  return transact(board, 'erase', (write) => {
    for (const id of typeof ids === 'string' ? [ids] : ids) write.remove('sketch', id)
    return true
  })
}
