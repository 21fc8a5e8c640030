import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { AppError } from '@tafelrunde/protocol'
import type { SeededRandom, VirtualClock } from '@tafelrunde/testkit'
import type { Database, Row, Statement, WriteResult } from '../../src/seams.ts'
import { TABLE_SCRIPTS } from '../../src/store/tables/index.ts'

interface Batch {
  readonly statements: readonly Statement[]
  readonly resolve: (results: readonly WriteResult[]) => void
  readonly reject: (error: Error) => void
}

/** What the disk does to commits now. */
export type DiskMood = 'well' | 'full' | 'stalled' | 'uncertain'

/**
 * A database whose commits take virtual time, fail, stall and are lost in a crash, with the real tables and statements.
 *
 * 1. A write resolves after its commit; writes that wait share a commit, in order; reads see what is committed.
 * 2. A crash decides by seed whether the commit under way reached the disk; what had not begun is lost.
 * 3. `full` stores nothing and says so. `uncertain` stores and says that it failed, as a disk that answers too late.
 */
export class SimulatedDisk {
  mood: DiskMood = 'well'
  readonly #clock: VirtualClock
  readonly #random: SeededRandom
  readonly #isLying: boolean
  readonly #db = new DatabaseSync(':memory:')
  readonly #prepared = new Map<string, StatementSync>()
  #generation = 0
  #queue: Batch[] = []
  #underWay: Batch[] = []
  #commits = 0
  #failures = 0

  /** A lying disk confirms a commit before it is written. */
  constructor({ clock, random, isLying }: { clock: VirtualClock; random: SeededRandom; isLying: boolean }) {
    this.#clock = clock
    this.#random = random
    this.#isLying = isLying
    for (const script of TABLE_SCRIPTS) this.#db.exec(script.sql)
    this.#db.exec('CREATE TABLE IF NOT EXISTS applied_script (id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT')
  }

  get counts(): { commits: number; failures: number } {
    return { commits: this.#commits, failures: this.#failures }
  }

  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#underWay.length === 0
  }

  /** The database as a process sees it that starts now; an earlier process hears and writes nothing any more. */
  open(): Database {
    const generation = (this.#generation += 1)
    const isAlive = (): boolean => generation === this.#generation
    const read = <T>(look: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        this.#clock.after(this.#random.integer(0, 3), () => {
          if (!isAlive()) return
          try {
            resolve(look())
          } catch (error) {
            reject(error as Error)
          }
        })
      })
    return {
      write: (statements) =>
        new Promise((resolve, reject) => {
          if (!isAlive()) return
          this.#queue.push({ statements, resolve, reject })
          this.#begin()
        }),
      all: <T extends Row>(sql: string, ...params: NonNullable<Statement['params']>) =>
        read(() => this.#prepare(sql).all(...(params as SQLInputValue[])) as T[]),
      get: <T extends Row>(sql: string, ...params: NonNullable<Statement['params']>) =>
        read(() => this.#prepare(sql).get(...(params as SQLInputValue[])) as T | undefined),
      allOf: (statements) =>
        read(() =>
          statements.map(({ sql, params = [] }) => this.#prepare(sql).all(...(params as SQLInputValue[])) as Row[]),
        ),
      isHealthy: () => this.mood === 'well',
      close: async () => undefined,
    }
  }

  /** The process dies. */
  crash(): void {
    this.#generation += 1
    if (this.#underWay.length > 0 && this.#random.chance(0.5)) this.#store(this.#underWay)
    this.#underWay = []
    this.#queue = []
  }

  /** Let go on what was stalled. */
  heal(): void {
    this.mood = 'well'
    this.#begin()
  }

  close(): void {
    this.#prepared.clear()
    this.#db.close()
  }

  #begin(): void {
    if (this.#underWay.length > 0 || this.#queue.length === 0 || this.mood === 'stalled') return
    const batches = this.#queue.splice(0)
    this.#underWay = batches
    if (this.#isLying) for (const { resolve, statements } of batches) resolve(statements.map(() => ({ changes: 1 })))
    this.#clock.after(this.#random.integer(1, 8), () => this.#end(batches))
  }

  #end(batches: readonly Batch[]): void {
    if (this.#underWay !== batches) return // the process has died meanwhile
    if (this.mood === 'stalled') {
      this.#clock.after(20, () => this.#end(batches))
      return
    }
    this.#underWay = []
    if (this.mood !== 'full') this.#store(batches)
    if (this.mood === 'well') {
      this.#commits += 1
      for (const { resolve, statements } of batches) resolve(statements.map(() => ({ changes: 1 })))
    } else {
      this.#failures += 1
      for (const { reject } of batches) reject(new AppError('storage.unavailable', 'the disk is simulated to fail'))
    }
    this.#begin()
  }

  #store(batches: readonly Batch[]): void {
    this.#db.exec('BEGIN')
    for (const { statements } of batches) {
      for (const { sql, params = [] } of statements) this.#prepare(sql).run(...(params as SQLInputValue[]))
    }
    this.#db.exec('COMMIT')
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql)
    if (!statement) {
      statement = this.#db.prepare(sql)
      this.#prepared.set(sql, statement)
    }
    return statement
  }
}
