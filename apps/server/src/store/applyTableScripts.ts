import { DatabaseSync } from 'node:sqlite'
import { appliedScripts } from './inspectDatabase.ts'
import type { TableScript } from './tables/TableScript.ts'

/** Bring the database at `path` to the current layout; all missing scripts run in one transaction. */
export function applyTableScripts(path: string, scripts: readonly TableScript[]): void {
  const db = new DatabaseSync(path)
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; BEGIN IMMEDIATE')
    db.exec('CREATE TABLE IF NOT EXISTS applied_script (id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT')
    const applied = new Set(appliedScripts(db))
    const record = db.prepare('INSERT INTO applied_script (id, at) VALUES (?, ?)')
    for (const script of scripts) {
      if (applied.has(script.id)) continue
      db.exec(script.sql)
      record.run(script.id, Date.now())
    }
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}
