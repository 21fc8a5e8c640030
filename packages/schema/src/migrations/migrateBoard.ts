import type * as Y from 'yjs'
import { internalsOf, openBoard } from '../Board.ts'
import { SCHEMA_VERSION } from '../version.ts'
import type { YDocLike } from '../YDocLike.ts'

/** What a migration came to. `newer`: written by a later version of the product; do not serve it. */
export type MigrationResult = 'current' | 'migrated' | 'newer'

/** One step from version `from` to `from + 1`. Runs in the transaction that also raises the version. */
export interface Migration {
  readonly from: number
  readonly migrate: (ydoc: Y.Doc) => void
}

/** The steps in order. Never change one that was released: boards out there have gone through it. */
export const MIGRATIONS: readonly Migration[] = []

/**
 * Bring a board to the layout of this version. Server only, under the document's lock, journaled like an edit. A
 * board without a version is of the first one that had it. Nothing is written when there is nothing to do.
 */
export function migrateBoard(
  document: YDocLike,
  { migrations = MIGRATIONS, target = SCHEMA_VERSION }: { migrations?: readonly Migration[]; target?: number } = {},
): MigrationResult {
  const { ydoc, meta } = internalsOf(openBoard(document))
  const stored = meta.get('version')
  const version = typeof stored === 'number' ? stored : 1
  if (version > target) return 'newer'
  if (version === target) return 'current'
  ydoc.transact(() => {
    for (let from = version; from < target; from++) {
      const step = migrations.find((migration) => migration.from === from)
      if (!step) throw new Error(`no migration from version ${from}`)
      step.migrate(ydoc)
    }
    meta.set('version', target)
  }, 'migration')
  return 'migrated'
}
