import type { Applied } from '@tafelrunde/schema'

/**
 * Several operations as one step of undo. Null when none of them did anything. The changes are taken back last first,
 * so that each finds the board as its operation left it.
 */
export function combineApplied<T>(applied: readonly (Applied<T> | null)[]): Applied<readonly T[]> | null {
  const done = applied.filter((one): one is Applied<T> => one !== null)
  const [first] = done
  if (!first) return null
  return {
    result: done.map((one) => one.result),
    inverse: {
      operation: first.inverse.operation,
      changes: done.toReversed().flatMap((one) => one.inverse.changes),
    },
  }
}
