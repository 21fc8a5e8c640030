import { documentName } from '@tafelrunde/protocol'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { aDatabase } from '../testing/aDatabase.ts'
import { CompactionThread } from './CompactionThread.ts'
import { Compactor } from './Compactor.ts'
import type { JournalContent } from './Journal.ts'
import { SqliteJournal } from './SqliteJournal.ts'

const BOARD = documentName('group', 'Gaaaaaaaaaaaaaaaaaaaaa')
const PATIENTLY = { timeout: 60_000 }

async function aJournal(): Promise<SqliteJournal> {
  const journal = new SqliteJournal(await aDatabase())
  const ydoc = new Y.Doc()
  const appends: Promise<number>[] = []
  ydoc.on('update', (bytes: Uint8Array) =>
    appends.push(journal.append({ document: BOARD, seatId: null, at: 1, bytes, claims: [] })),
  )
  for (const letter of 'abcdef') ydoc.getText('items').insert(0, letter)
  await Promise.all(appends)
  return journal
}

it('[J12] writes and prunes nothing when the checkpoint is not what it replaces', PATIENTLY, async () => {
  class Forgetful extends CompactionThread {
    override compact({ rows }: JournalContent): Promise<Uint8Array> {
      return super.compact({ checkpoint: null, rows: rows.slice(0, -1) })
    }
  }
  const journal = await aJournal()
  const compactor = new Compactor(journal, new Forgetful())
  await expect(compactor.compact(BOARD)).rejects.toThrow('not what it replaces')
  await compactor.close()
  const state = await journal.load(BOARD)
  expect([state?.checkpoint, state?.rows.length]).toEqual([null, 6])
})

it('[J13] goes on with another thread after the first one hung', PATIENTLY, async () => {
  const journal = await aJournal()
  const hung = new Compactor(journal, new CompactionThread(0))
  await expect(hung.compact(BOARD)).rejects.toThrow('has ended')
  await hung.close()
  expect((await journal.load(BOARD))?.rows).toHaveLength(6)
  const compactor = new Compactor(journal)
  await compactor.compact(BOARD)
  expect((await journal.load(BOARD))?.rows).toHaveLength(0)
  await compactor.close()
})

it('[J13] gives up what is under way when the server stops', PATIENTLY, async () => {
  const journal = await aJournal()
  const compactor = new Compactor(journal)
  const compacting = compactor.compact(BOARD)
  await new Promise((resolve) => setImmediate(resolve))
  await compactor.close()
  await compacting
  expect((await journal.load(BOARD))?.rows).toHaveLength(6)
})
