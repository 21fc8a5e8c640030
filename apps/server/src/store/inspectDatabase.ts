import { DatabaseSync } from 'node:sqlite'
import { AppError } from '@tafelrunde/protocol'
import type { TableScript } from './tables/TableScript.ts'

/**
 * Look at an existing database without writing to it: do we know its layout, and is all of it readable? Returns what
 * `quick_check` complains about, null if it is whole.
 *
 * @throws AppError `storage.damaged` when it is no database at all | `storage.newer`
 */
export function inspectDatabase(path: string, scripts: readonly TableScript[]): string | null {
  const known = new Set(scripts.map((script) => script.id))
  let applied: readonly string[]
  let complaint: string | null
  try {
    using db = closing(new DatabaseSync(path, { readOnly: true }))
    applied = appliedScripts(db.handle)
    complaint = quickCheck(db.handle)
  } catch (cause) {
    throw new AppError('storage.damaged', `${path} is not a database`, { cause })
  }
  const unknown = applied.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    throw new AppError('storage.newer', `${path} was written by a newer version (${unknown.join(', ')})`)
  }
  return complaint
}

/** Ids of the scripts that this database has run; none for an empty file. */
export function appliedScripts(db: DatabaseSync): readonly string[] {
  const table = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'applied_script'").get()
  if (!table) return []
  return db
    .prepare('SELECT id FROM applied_script')
    .all()
    .map((row) => String(row['id']))
}

function quickCheck(db: DatabaseSync): string | null {
  try {
    const check = db.prepare('PRAGMA quick_check(1)').get()
    const verdict = String(check ? Object.values(check)[0] : 'no answer')
    return verdict === 'ok' ? null : verdict
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

function closing(handle: DatabaseSync): { handle: DatabaseSync; [Symbol.dispose](): void } {
  return { handle, [Symbol.dispose]: () => handle.close() }
}
