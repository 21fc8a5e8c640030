import * as Y from 'yjs'
import { internalsOf, type Board } from './Board.ts'
import { plainOf, readFragment } from './fragment.ts'
import type { Applied, Change, Inverse } from './Inverse.ts'
import { isEqual } from './json.ts'
import { plainTextOf } from './RichText.ts'
import { transact } from './transact.ts'
import { entryJsonOf } from './Writer.ts'

/** Why an inverse was not applied: somebody changed the same thing since, or removed it. */
export type SkipReason = 'changed-since' | 'gone'

/** An inverse that was not applied. */
export interface Skipped {
  readonly skipped: SkipReason
}

/**
 * Take back an operation, all of it or nothing: if anything it touched has been changed since, the others' work stays
 * and the answer says so. The returned inverse redoes.
 */
export function applyInverse(board: Board, inverse: Inverse): Applied<true> | Skipped {
  for (const change of inverse.changes) {
    const skipped = obstacleOf(board, change)
    if (skipped) return { skipped }
  }
  const applied = transact(board, inverse.operation, (write) => {
    for (const change of inverse.changes) {
      const { root, id } = change
      if (change.type === 'set') write.set(root, id, change.key, change.value)
      if (change.type === 'text') write.text(root, id, change.key, change.value)
      if (change.type === 'richText') write.richText(root, id, change.key, change.value)
      if (change.type === 'guard') write.guard(root, id, change.key, change.expected)
      if (change.type === 'remove') write.remove(root, id)
      if (change.type === 'create') write.create(root, id, change.entry)
    }
    return true as const
  })
  return applied ?? { skipped: 'gone' }
}

function obstacleOf(board: Board, change: Change): SkipReason | null {
  const entry = internalsOf(board).roots[change.root].get(change.id)
  if (change.type === 'create') return entry === undefined ? null : 'changed-since'
  if (!(entry instanceof Y.Map)) return 'gone'
  if (change.type === 'remove') return isEqual(entryJsonOf(entry), change.expected) ? null : 'changed-since'
  const value: unknown = entry.get(change.key) ?? null
  switch (change.type) {
    case 'set':
      return isEqual(value, change.expected) ? null : 'changed-since'
    case 'text':
      return value instanceof Y.Text && plainOf(value) === change.expected ? null : 'changed-since'
    case 'richText':
      return value instanceof Y.XmlFragment && isEqual(readFragment(value).text, change.expected)
        ? null
        : 'changed-since'
    case 'guard':
      return wordsOf(value) === change.expected ? null : 'changed-since'
  }
}

function wordsOf(value: unknown): string | null {
  if (value instanceof Y.XmlFragment) return plainTextOf(readFragment(value).text)
  return value instanceof Y.Text ? plainOf(value) : null
}
