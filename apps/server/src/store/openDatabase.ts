import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@tafelrunde/protocol'
import { applyTableScripts } from './applyTableScripts.ts'
import { inspectDatabase } from './inspectDatabase.ts'
import { lockDataFolder } from './lockDataFolder.ts'
import { SqliteDatabase } from './SqliteDatabase.ts'
import type { StoreLog } from './StoreLog.ts'
import { TABLE_SCRIPTS } from './tables/index.ts'
import type { TableScript } from './tables/TableScript.ts'

/** How a database is opened. */
export interface OpenDatabaseOptions {
  readonly scripts?: readonly TableScript[]
  readonly log?: StoreLog
}

const SILENT: StoreLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * Open (or create) the database of a data folder and hold the folder until `close`.
 *
 * @throws AppError `storage.unwritable` | `storage.locked` | `storage.damaged` | `storage.newer`; nothing is touched then
 */
export async function openDatabase(
  dataDir: string,
  { scripts = TABLE_SCRIPTS, log = SILENT }: OpenDatabaseOptions = {},
): Promise<SqliteDatabase> {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (cause) {
    throw new AppError('storage.unwritable', `cannot create ${dataDir}`, { cause })
  }
  const path = join(dataDir, 'tafelrunde.sqlite')
  const unlock = lockDataFolder(dataDir)
  try {
    if (existsSync(path) && statSync(path).size > 0) inspectDatabase(path, scripts)
    applyTableScripts(path, scripts)
    return await SqliteDatabase.start({ path, unlock, log })
  } catch (cause) {
    unlock()
    if (cause instanceof AppError) throw cause
    throw new AppError('storage.unwritable', `cannot open ${path}`, { cause })
  }
}
