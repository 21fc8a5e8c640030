import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { applyTableScripts } from './applyTableScripts.ts'
import { findDocuments, noteDamage } from './salvageJournal.ts'
import type { TableScript } from './tables/TableScript.ts'

/** What was saved of a damaged database. */
export interface Salvage {
  /** Where the damaged database is now; it was not changed. */
  readonly aside: string
  readonly rows: number
  /** Tables of which a part could not be read. */
  readonly damagedTables: readonly string[]
  /** Documents that cannot be read whole; they are refused from now on. */
  readonly damagedDocuments: readonly string[]
}

/** Tables of the journal, where each document is copied for itself: damage to one must not take others along. */
const BY_DOCUMENT = new Set(['journal_row', 'journal_checkpoint', 'journal_claim'])

const UNFINISHED = '.salvaging'
const FINISHED = '.salvaged'
const SIDE_FILES = ['', '-wal', '-shm']

/**
 * Copy what can be read of a damaged database into a new one and put the damaged one aside, as it is.
 *
 * Going on with a damaged file could make it worse: a wrong free list gives pages away that are in use. The new file
 * takes the old one's place only when it is complete; a kill at any step leaves the one or the other to go on with.
 */
export function salvageDatabase(path: string, scripts: readonly TableScript[]): Salvage {
  const unfinished = path + UNFINISHED
  removeDatabase(unfinished)
  applyTableScripts(unfinished, scripts)
  const copied = copyAll(path, unfinished)
  renameSync(unfinished, path + FINISHED)
  removeDatabase(unfinished)
  const aside = asideOf(path)
  renameSync(path, aside)
  finishSalvage(path)
  return { aside, ...copied }
}

/**
 * Complete a salvage after everything was copied and the damaged file was moved, also one that a kill has interrupted.
 *
 * The copy comes last: a write-ahead log of the damaged file that still lay beside it would be replayed into it.
 */
export function finishSalvage(path: string): void {
  if (existsSync(path) || !existsSync(path + FINISHED)) return
  const aside = asideOf(path)
  for (const side of SIDE_FILES) if (existsSync(path + side)) renameSync(path + side, aside + side)
  renameSync(path + FINISHED, path)
}

/** Where the damaged database goes: named after the copy, so that its files stay together over a restart. */
function asideOf(path: string): string {
  return `${path}.damaged-${statSync(path + FINISHED)
    .mtime.toISOString()
    .replaceAll(':', '-')}`
}

function copyAll(from: string, to: string): Omit<Salvage, 'aside'> {
  const damaged = new DatabaseSync(from, { readOnly: true })
  const whole = new DatabaseSync(to)
  try {
    whole.exec('PRAGMA foreign_keys = OFF; BEGIN')
    let rows = 0
    const damagedTables: string[] = []
    const unreadable = new Map<string, Set<string>>()
    const copy = new TableCopy(damaged, whole)
    const tables = copy.tables()
    for (const table of tables.filter((name) => !BY_DOCUMENT.has(name))) {
      const { count, isWhole } = copy.table(table)
      rows += count
      if (!isWhole) damagedTables.push(table)
    }
    for (const document of findDocuments(damaged, whole)) {
      for (const table of tables.filter((name) => BY_DOCUMENT.has(name))) {
        const { count, isWhole } = copy.table(table, document)
        rows += count
        if (isWhole) continue
        if (!damagedTables.includes(table)) damagedTables.push(table)
        unreadable.set(document, (unreadable.get(document) ?? new Set()).add(table))
      }
    }
    const damagedDocuments = noteDamage(whole, unreadable)
    whole.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
    return { rows, damagedTables, damagedDocuments }
  } finally {
    damaged.close()
    whole.close()
  }
}

/** Copies tables row by row, from both ends up to what cannot be read. */
class TableCopy {
  readonly #from: DatabaseSync
  readonly #to: DatabaseSync

  constructor(from: DatabaseSync, to: DatabaseSync) {
    this.#from = from
    this.#to = to
  }

  tables(): string[] {
    const sql = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'applied_script'`
    return this.#to
      .prepare(sql)
      .all()
      .map((row) => String(row['name']))
  }

  table(name: string, document?: string): { count: number; isWhole: boolean } {
    const columns = this.#columns(this.#to, name).filter(({ name: column }) =>
      this.#columns(this.#from, name).some((known) => known.name === column),
    )
    if (columns.length === 0) return { count: 0, isWhole: true }
    const keys = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
    const list = columns.map(({ name: column }) => column)
    const insert = this.#to.prepare(
      `INSERT OR IGNORE INTO ${name} (${list.join(', ')}) VALUES (${list.map(() => '?').join(', ')})`,
    )
    const where = document === undefined ? '' : 'WHERE document = ?'
    const params = document === undefined ? [] : [document]
    let count = 0
    const pass = (direction: 'ASC' | 'DESC'): boolean => {
      const order = keys.map(({ name: key }) => `${key} ${direction}`).join(', ')
      try {
        const sql = `SELECT ${list.join(', ')} FROM ${name} ${where} ORDER BY ${order}`
        for (const row of this.#from.prepare(sql).iterate(...params)) {
          try {
            count += Number(insert.run(...list.map((column) => row[column] as SQLInputValue)).changes)
          } catch {
            return false // garbage that no column of this type can hold
          }
        }
        return true
      } catch {
        return false
      }
    }
    if (pass('ASC')) return { count, isWhole: true }
    pass('DESC')
    return { count, isWhole: false }
  }

  #columns(db: DatabaseSync, table: string): { name: string; pk: number }[] {
    return db
      .prepare(`SELECT name, pk FROM pragma_table_info('${table}')`)
      .all()
      .map((row) => ({ name: String(row['name']), pk: Number(row['pk']) }))
  }
}

function removeDatabase(path: string): void {
  for (const side of SIDE_FILES) rmSync(path + side, { force: true })
}
