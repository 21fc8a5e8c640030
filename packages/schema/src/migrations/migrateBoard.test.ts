import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { openBoard, readBoard } from '../Board.ts'
import { SCHEMA_VERSION } from '../version.ts'
import { seedBoard } from '../seed/seedBoard.ts'
import { migrateBoard, type Migration } from './migrateBoard.ts'

const steps: readonly Migration[] = [
  { from: 1, migrate: (ydoc) => ydoc.getMap('meta').set('steps', 'one') },
  { from: 2, migrate: (ydoc) => ydoc.getMap('meta').set('steps', `${String(ydoc.getMap('meta').get('steps'))} two`) },
]

describe('migrations', () => {
  test('[M1] run in order, in one transaction that raises the version', () => {
    const ydoc = new Y.Doc()
    let updates = 0
    ydoc.on('update', () => updates++)
    expect(migrateBoard(ydoc, { migrations: steps, target: 3 })).toBe('migrated')
    expect(ydoc.getMap('meta').toJSON()).toEqual({ steps: 'one two', version: 3 })
    expect(updates).toBe(1)
    expect(migrateBoard(ydoc, { migrations: steps, target: 3 })).toBe('current')
    expect(updates).toBe(1)
  })

  test('[M1] a board of this version is left alone', () => {
    const ydoc = new Y.Doc()
    seedBoard(ydoc, { canvases: [] })
    ydoc.on('update', () => expect.unreachable('nothing may be written'))
    expect(migrateBoard(ydoc)).toBe('current')
  })

  test('[M3] a board of a later version is not touched and says so', () => {
    const ydoc = new Y.Doc()
    ydoc.getMap('meta').set('version', SCHEMA_VERSION + 1)
    ydoc.on('update', () => expect.unreachable('nothing may be written'))
    expect(migrateBoard(ydoc)).toBe('newer')
    expect(readBoard(openBoard(ydoc)).version).toBe(SCHEMA_VERSION + 1)
  })

  test('[M1] a missing step is an error, not a silent jump', () => {
    expect(() => migrateBoard(new Y.Doc(), { migrations: [], target: 2 })).toThrow('no migration from version 1')
  })
})

describe('seeding', () => {
  test('[M4] happens once', () => {
    const ydoc = new Y.Doc()
    const canvases = ['Familien', 'Kommunen'].map((title) => ({ templateId: 'target-group', title }))
    expect(seedBoard(ydoc, { canvases })).toBe(true)
    expect(seedBoard(ydoc, { canvases })).toBe(false)
    const snapshot = readBoard(openBoard(ydoc))
    expect(snapshot.canvases.map(({ title }) => title)).toEqual(['Familien', 'Kommunen'])
    expect(snapshot).toMatchObject({ version: SCHEMA_VERSION, skipped: 0 })
  })
})
