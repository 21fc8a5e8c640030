import { internalsOf, type Board } from './Board.ts'
import type { Applied } from './Inverse.ts'
import { Writer } from './Writer.ts'

/** Origin of every transaction of an operation: tells local edits from what the network brought. */
export const OPERATION_ORIGIN = 'operation'

/**
 * Run one operation in one transaction. `change` returns its result, or null for "nothing to do"; then, and when
 * nothing was written, there is nothing to take back and the answer is null.
 */
export function transact<T>(board: Board, operation: string, change: (write: Writer) => T | null): Applied<T> | null {
  const internals = internalsOf(board)
  const write = new Writer(internals)
  const result = internals.ydoc.transact(() => change(write), OPERATION_ORIGIN)
  if (result === null || !write.hasWritten) return null
  return { result, inverse: { operation, changes: write.changes } }
}
