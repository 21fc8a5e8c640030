import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@tafelrunde/protocol'
import { applyTableScripts } from './applyTableScripts.ts'
import { inspectDatabase } from './inspectDatabase.ts'
import { lockDataFolder } from './lockDataFolder.ts'
import { finishSalvage, salvageDatabase, type Salvage } from './salvageDatabase.ts'
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

/** A database of which parts are damaged is replaced by a new one with everything that can be read. */
function assertWhole(path: string, { scripts, log }: Required<OpenDatabaseOptions>): void {
  const complaint = inspectDatabase(path, scripts)
  if (complaint === null) return
  let salvage: Salvage
  try {
    salvage = salvageDatabase(path, scripts)
  } catch (cause) {
    throw new AppError('storage.damaged', `${path} is damaged (${complaint}) and could not be copied`, { cause })
  }
  const { aside, rows, damagedTables, damagedDocuments } = salvage
  log.error('storage.salvaged', { complaint, aside, rows, damagedTables: damagedTables.join(', ') })
  for (const document of damagedDocuments) log.error('storage.documentDamaged', { document })
}

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
    finishSalvage(path)
    if (existsSync(path) && statSync(path).size > 0) assertWhole(path, { scripts, log })
    applyTableScripts(path, scripts)
    return await SqliteDatabase.start({ path, unlock, log })
  } catch (cause) {
    unlock()
    if (cause instanceof AppError) throw cause
    throw new AppError('storage.unwritable', `cannot open ${path}`, { cause })
  }
}
