import { DatabaseSync } from 'node:sqlite'
import { AppError } from '@tafelrunde/protocol'
import type { TableScript } from './tables/TableScript.ts'

/**
 * Look at an existing database without writing to it: is it whole, and do we know its layout?
 *
 * @throws AppError `storage.damaged` | `storage.newer`
 */
export function inspectDatabase(path: string, scripts: readonly TableScript[]): void {
  const known = new Set(scripts.map((script) => script.id))
  let applied: readonly string[]
  try {
    using db = closing(new DatabaseSync(path, { readOnly: true }))
    const check = db.handle.prepare('PRAGMA quick_check(1)').get()
    const verdict = check ? Object.values(check)[0] : undefined
    if (verdict !== 'ok') throw new Error(`quick_check says: ${String(verdict)}`)
    applied = appliedScripts(db.handle)
  } catch (cause) {
    throw new AppError('storage.damaged', `${path} is not a whole database`, { cause })
  }
  const unknown = applied.filter((id) => !known.has(id))
  if (unknown.length > 0) {
    throw new AppError('storage.newer', `${path} was written by a newer version (${unknown.join(', ')})`)
  }
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

function closing(handle: DatabaseSync): { handle: DatabaseSync; [Symbol.dispose](): void } {
  return { handle, [Symbol.dispose]: () => handle.close() }
}
