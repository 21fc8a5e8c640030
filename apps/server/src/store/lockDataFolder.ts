import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '@tafelrunde/protocol'

/** Releases the data folder. */
export type Unlock = () => void

/**
 * Take the data folder for this process. The lock is an exclusive transaction on a file of its own: the operating
 * system releases it when the process dies, however it dies, so there is never a stale lock to remove by hand.
 *
 * @throws AppError `storage.locked` when another server uses the folder, `storage.unwritable` when the file cannot be made
 */
export function lockDataFolder(dataDir: string): Unlock {
  let db: DatabaseSync
  try {
    db = new DatabaseSync(join(dataDir, 'tafelrunde.lock'))
    db.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (cause) {
    const errcode = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) & 0xff : 0
    if (errcode === 5) throw new AppError('storage.locked', `another server is using ${dataDir}`, { cause })
    throw new AppError('storage.unwritable', `cannot write to ${dataDir}`, { cause })
  }
  return () => db.close()
}
