import { readdirSync, readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { openBoard, readBoard, type Board } from './Board.ts'
import { clusterItem } from './cluster/clusterItem.ts'
import { migrateBoard } from './migrations/migrateBoard.ts'
import { openPlenary, readPlenary } from './Plenary.ts'
import { foldEntries } from './plenary/foldEntries.ts'
import { OPERATIONS } from './testing/operations.ts'
import { seededRandom } from './testing/seededRandom.ts'
import { must } from './testing/aBoard.ts'
import { expectSound } from './testing/expectSound.ts'
import { SCHEMA_VERSION } from './version.ts'
import { openWorkshopState, readRunState, writeRunState } from './WorkshopState.ts'

const folder = new URL('../fixtures/', import.meta.url)

function stored(name: string): Y.Doc {
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, readFileSync(new URL(name, folder)))
  return ydoc
}

/** Something to take out of a cluster. */
function clusterAny(board: Board): void {
  const [head, item] = readBoard(board).items.filter(({ state }) => state === 'active')
  must(clusterItem(board, must(item).id, must(head).id))
}

function expected(version: number): { board: unknown; runState: unknown; decisions: unknown } {
  return JSON.parse(readFileSync(new URL(`v${version}.json`, folder), 'utf8')) as ReturnType<typeof expected>
}

function migrated(version: number): { ydoc: Y.Doc; board: Board } {
  const ydoc = stored(`v${version}.bin`)
  migrateBoard(ydoc)
  return { ydoc, board: openBoard(ydoc) }
}

const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1)

test('[M2] there is a fixture of every released version', () => {
  const files = readdirSync(folder)
  for (const version of versions) {
    for (const name of [`v${version}.bin`, `v${version}-workshop.bin`, `v${version}-plenary.bin`, `v${version}.json`]) {
      expect(files).toContain(name)
    }
  }
})

describe.each(versions)('[M2] documents of version %i', (version) => {
  test('the board reads as it did then', () => {
    const board = readBoard(migrated(version).board)
    // What came later has its default, so the board of then is a part of it.
    expect(board).toMatchObject(expected(version).board as object)
    for (const item of board.items) expect(item).toMatchObject({ agreedBy: [], headId: null })
  })

  test('every operation works on the board', () => {
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      const peer = migrated(version)
      if (name === 'unclusterItem') clusterAny(peer.board)
      if (name.startsWith('restore')) OPERATIONS[name.replace('restore', 'bin')]?.(peer.board, seededRandom(1))
      const applied = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].some((seed) => operation(peer.board, seededRandom(seed)) !== null)
      expect([name, applied]).toEqual([name, true])
      expectSound(peer)
    }
  })

  test('the run state reads as it did then, and can be written on', () => {
    const state = openWorkshopState(stored(`v${version}-workshop.bin`))
    const run = readRunState(state)
    // What came later has its default, so the state of then is a part of it.
    expect(run).toMatchObject(expected(version).runState as object)
    expect(run).toMatchObject({ rounds: [], signals: {}, nudges: {}, reveals: [], hasLobby: false, closedAt: null })
    expect(run).toMatchObject({ closing: null, submissionsVersion: 0 })
    writeRunState(state, { ...run, current: null })
    expect(readRunState(state)).toEqual({ ...run, version: run.version + 1, current: null })
  })

  test('the plenary’s decisions read as they did then, and go on', () => {
    const plenary = openPlenary(stored(`v${version}-plenary.bin`))
    const decisions = readPlenary(plenary)
    expect(decisions).toMatchObject(expected(version).decisions as object)
    expect(decisions.seen).toEqual({})
    const [fold] = decisions.folds
    foldEntries(plenary, [must(fold).headKey], must(must(fold).entryKeys[0]))
    expect(readPlenary(plenary).folds[0]?.headKey).toBe(must(fold).entryKeys[0])
  })
})
