import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError, documentName, type DocumentName } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Compactor } from './Compactor.ts'
import type { Claim, Journal, JournalContent, JournalRow } from './Journal.ts'
import { replay } from './replay.ts'

/** A store with a journal in it that a test can stop, open again and damage. */
export interface JournalFixture {
  readonly journal: () => Journal
  /** Close and open the store, as a restart does. */
  readonly restart: () => Promise<void>
  /** Change a byte of the newest checkpoint of a document. */
  readonly damageNewestCheckpoint: (document: DocumentName) => Promise<void>
  /** Change a byte of the newest row of a document. */
  readonly damageNewestRow: (document: DocumentName) => Promise<void>
  /** What each stored checkpoint of a document covers, in order. */
  readonly checkpointsOf: (document: DocumentName) => Promise<readonly number[]>
  /** Take the row with this number away, as a damaged index does. */
  readonly loseRow: (document: DocumentName, seq: number) => Promise<void>
  /** Make the next writes fail as a full disk does, or stop that. */
  readonly setDiskFull: (isFull: boolean) => Promise<void>
  readonly close: () => Promise<void>
}

const BOARD = documentName('group', 'Gaaaaaaaaaaaaaaaaaaaaa')
const ANNA = 'Saaaaaaaaaaaaaaaaaaaaa' as SeatId
const BEN = 'Sbbbbbbbbbbbbbbbbbbbbb' as SeatId

/** Run the rules of `Journal.ts` against one implementation. */
export function describeJournal(name: string, open: () => Promise<JournalFixture>): void {
  // Each test opens a store on a real disk, which other work may keep busy.
  describe(`${name} keeps the rules of the journal`, { timeout: 60_000 }, () => {
    let fixture: JournalFixture
    let writer: Y.Doc

    beforeEach(async () => {
      fixture = await open()
      writer = new Y.Doc()
    })
    afterEach(() => fixture.close())

    /** The update of typing `text` at the end of the test's document. */
    function typing(text: string): Uint8Array {
      let bytes = new Uint8Array()
      writer.once('update', (update: Uint8Array) => {
        bytes = new Uint8Array(update)
      })
      const shared = writer.getText('items')
      shared.insert(shared.length, text)
      return bytes
    }
    const append = (text: string, claims: readonly Claim[] = []): Promise<number> =>
      fixture.journal().append({ document: BOARD, seatId: ANNA, at: 1000, bytes: typing(text), claims })
    const appendAt = (at: number, text: string, seatId = ANNA): Promise<number> =>
      fixture.journal().append({ document: BOARD, seatId, at, bytes: typing(text), claims: [] })
    const compact = async (): Promise<void> => {
      const compactor = new Compactor(fixture.journal())
      await compactor.compact(BOARD)
      await compactor.close()
    }
    const textOf = (content: JournalContent, ...rows: readonly JournalRow[]): string => {
      const ydoc = new Y.Doc()
      replay(BOARD, { ...content, rows: [...content.rows, ...rows.map(({ bytes }) => bytes)] }, ydoc)
      return ydoc.getText('items').toJSON()
    }
    const read = async (): Promise<string> => {
      const state = await fixture.journal().load(BOARD)
      if (!state) return '(no document)'
      const ydoc = new Y.Doc()
      replay(BOARD, state, ydoc)
      return ydoc.getText('items').toJSON()
    }
    const codeOf = async (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'no error',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      )

    it('[J1] stores nothing of an edit that it could not write, and takes the next one', async () => {
      await append('a')
      await fixture.setDiskFull(true)
      const lost = typing('x'.repeat(200_000))
      const claims = [{ clientId: 77, owner: ANNA }]
      const entry = { document: BOARD, seatId: ANNA, at: 1000, bytes: lost, claims }
      expect(await codeOf(fixture.journal().append(entry))).toBe('storage.unavailable')
      await fixture.setDiskFull(false)
      expect(await read()).toBe('a')
      await fixture.journal().append(entry)
      expect(await read()).toHaveLength(200_001)
    })

    it('[J1] keeps a document whose very first edit failed and whose second one did not', async () => {
      const entry = { document: BOARD, seatId: ANNA, at: 1000, bytes: typing('x'.repeat(200_000)), claims: [] }
      await fixture.setDiskFull(true)
      expect(await codeOf(fixture.journal().append(entry))).toBe('storage.unavailable')
      await fixture.setDiskFull(false)
      await fixture.journal().append(entry)
      await fixture.restart()
      expect(await read()).toHaveLength(200_000)
    })

    it('[J2] gives rows back in the order in which they were appended', async () => {
      await Promise.all(Array.from('abcdefghij').map((letter) => append(letter)))
      expect(await read()).toBe('abcdefghij')
    })

    it('[J3] has everything that was appended after a restart', async () => {
      await append('a')
      await fixture.restart()
      await append('b')
      await fixture.restart()
      expect(await read()).toBe('ab')
    })

    it('[J4] loads the same document before and after a checkpoint', async () => {
      for (const letter of 'abc') await append(letter)
      const before = await read()
      const compactor = new Compactor(fixture.journal())
      await compactor.compact(BOARD)
      expect(fixture.journal().rowsSinceCheckpoint(BOARD)).toBe(0)
      expect((await fixture.journal().load(BOARD))?.rows).toHaveLength(0)
      expect(await read()).toBe(before)
      await append('d')
      expect(await read()).toBe('abcd')
      await compactor.close()
    })

    it('[J5] loads the previous generation when the newest checkpoint is damaged', async () => {
      const compactor = new Compactor(fixture.journal())
      await append('a')
      await compactor.compact(BOARD)
      await append('b')
      await compactor.compact(BOARD)
      await append('c')
      await fixture.damageNewestCheckpoint(BOARD)
      expect(await read()).toBe('abc')
      await compactor.close()
    })

    it('[J5] refuses a document with a damaged row instead of giving back a short one', async () => {
      await append('a')
      await append('b')
      await fixture.damageNewestRow(BOARD)
      expect(await codeOf(fixture.journal().load(BOARD))).toBe('document.damaged')
    })

    it('[J5] refuses a document with a row missing in the middle', async () => {
      for (const letter of 'abc') await append(letter)
      await fixture.loseRow(BOARD, 2)
      expect(await codeOf(fixture.journal().load(BOARD))).toBe('document.damaged')
    })

    it('[J5] loads the document when only a row that its newest checkpoint covers is damaged', async () => {
      for (const letter of 'abc') await append(letter)
      await compact()
      await fixture.damageNewestRow(BOARD)
      await append('d')
      expect(await read()).toBe('abcd')
    })

    it('[J6] prunes only what the previous generation does not need', async () => {
      const compactor = new Compactor(fixture.journal())
      for (const letter of 'abcd') {
        await append(letter)
        await compactor.compact(BOARD)
      }
      await fixture.damageNewestCheckpoint(BOARD)
      const state = await fixture.journal().load(BOARD)
      expect(state?.rows).toHaveLength(1)
      expect(await read()).toBe('abcd')
      await compactor.close()
    })

    it('[J6] keeps the generation that a checkpoint was made from, not a damaged one beside it', async () => {
      for (const letter of 'abcd') {
        await append(letter)
        await compact()
      }
      await fixture.damageNewestCheckpoint(BOARD)
      await append('e')
      await compact()
      await append('f')
      await fixture.damageNewestCheckpoint(BOARD)
      expect(await read()).toBe('abcdef')
    })

    it('[J7] keeps claims through checkpoints and restarts and refuses a second owner', async () => {
      await append('a', [{ clientId: 5, owner: ANNA }])
      await fixture.journal().claim(BOARD, [{ clientId: 6, owner: BEN }])
      const compactor = new Compactor(fixture.journal())
      await compactor.compact(BOARD)
      await compactor.close()
      await fixture.restart()
      const claims = (await fixture.journal().load(BOARD))?.claims
      expect(Array.from(claims ?? [])).toEqual([
        [5, ANNA],
        [6, BEN],
      ])
      await expect(fixture.journal().claim(BOARD, [{ clientId: 5, owner: BEN }])).rejects.toThrow('UNIQUE')
      await expect(append('stolen', [{ clientId: 6, owner: ANNA }])).rejects.toThrow('UNIQUE')
      expect(await read()).toBe('a')
    })

    it('[J7] stores a claim of the same owner again without an error', async () => {
      const claim = { clientId: 7, owner: ANNA }
      await fixture.journal().claim(BOARD, [claim])
      await append('unter dieser Kennung', [claim])
      expect(await codeOf(append('fremd', [{ clientId: 7, owner: BEN }]))).toBe('internal')
      expect((await fixture.journal().load(BOARD))?.claims).toEqual(new Map([[7, ANNA]]))
      expect(await read()).toBe('unter dieser Kennung')
    })

    it('[S5] is settled only when everything that was appended is on disk', async () => {
      void append('eins')
      void append('zwei')
      await fixture.journal().settled(BOARD)
      expect(await read()).toBe('einszwei')
    })

    it('[J8] knows no document that nobody has written', async () => {
      expect(await fixture.journal().load(BOARD)).toBeNull()
    })

    it('[J9] loads what was appended before, whatever is written and pruned meanwhile', async () => {
      const compactor = new Compactor(fixture.journal())
      let appended = 0
      const writing = (async () => {
        for (; appended < 60; appended += 1) {
          await append('x')
          if (appended % 3 === 0) await compactor.compact(BOARD)
        }
      })()
      const short: string[] = []
      while (appended < 60) {
        const before = appended
        const text = await read()
        await nextTurn()
        if (before > 0 && text.length < before) short.push(`${text.length} of ${before}`)
      }
      await writing
      expect(short).toEqual([])
      expect(await read()).toHaveLength(60)
      await compactor.close()
    })

    it('[J10] tells who has written what since a moment, and what was there before', async () => {
      const now = Date.now()
      await appendAt(now - 8 * 60_000, 'a', BEN)
      await appendAt(now - 4 * 60_000, 'b', ANNA)
      await appendAt(now - 60_000, 'c', BEN)
      const history = await fixture.journal().history(BOARD, now - 5 * 60_000)
      expect(history?.rows.map(({ seatId, at }) => ({ seatId, at }))).toEqual([
        { seatId: ANNA, at: now - 4 * 60_000 },
        { seatId: BEN, at: now - 60_000 },
      ])
      expect(textOf(history!.before)).toBe('a')
      expect(textOf(history!.before, ...history!.rows)).toBe('abc')
    })

    it('[J10] keeps the rows of ten minutes and the state before them through every checkpoint', async () => {
      const now = Date.now()
      await appendAt(now - 30 * 60_000, 'a')
      await compact()
      await appendAt(now - 20 * 60_000, 'b')
      await compact()
      for (const letter of 'cdefg') {
        await appendAt(now - 9 * 60_000, letter)
        await compact()
      }
      expect(await read()).toBe('abcdefg')
      expect(await fixture.checkpointsOf(BOARD)).toEqual([2, 6, 7])
      await fixture.restart()
      const history = await fixture.journal().history(BOARD, now - 10 * 60_000)
      expect(history?.rows.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7])
      expect(textOf(history!.before)).toBe('ab')
      expect(textOf(history!.before, ...history!.rows)).toBe('abcdefg')
    })

    it('[J10] gives older rows as part of the state, once they are no longer kept one by one', async () => {
      for (const letter of 'abcd') {
        await appendAt(1000, letter)
        await compact()
      }
      const history = await fixture.journal().history(BOARD, 0)
      expect(textOf(history!.before)).toBe('abc')
      expect(textOf(history!.before, ...history!.rows)).toBe('abcd')
    })

    it('[J10] has no history of a document that nobody has written, and an empty one when nothing is new', async () => {
      expect(await fixture.journal().history(BOARD, 0)).toBeNull()
      await appendAt(1000, 'a')
      const history = await fixture.journal().history(BOARD, 2000)
      expect(history?.rows).toEqual([])
      expect(textOf(history!.before)).toBe('a')
    })

    it('[J10] takes what was written before the clock was set back for older', async () => {
      const now = Date.now()
      await appendAt(now + 30 * 60_000, 'a')
      await appendAt(now - 1000, 'b')
      const history = await fixture.journal().history(BOARD, now - 5 * 60_000)
      expect(history?.rows.map(({ at }) => at)).toEqual([now - 1000])
      expect(textOf(history!.before)).toBe('a')
    })

    it('[J11] leaves a damaged checkpoint where it is, however many follow', async () => {
      for (const letter of 'ab') {
        await append(letter)
        await compact()
      }
      await fixture.damageNewestCheckpoint(BOARD)
      await fixture.restart()
      for (const letter of 'cdef') {
        await append(letter)
        await compact()
      }
      expect(await fixture.checkpointsOf(BOARD)).toEqual([2, 5, 6])
      expect(await read()).toBe('abcdef')
    })

    it('[J15] forgets a document for good, with its claims, also while a checkpoint is under way', async () => {
      await append('a')
      const claims = [{ clientId: 77, owner: ANNA }]
      await fixture.journal().append({ document: BOARD, seatId: ANNA, at: 1001, bytes: typing('b'), claims })
      const compactor = new Compactor(fixture.journal())
      const compacting = compactor.compact(BOARD)
      await fixture.journal().forget(BOARD)
      await compacting
      await compactor.close()
      expect(await fixture.checkpointsOf(BOARD)).toEqual([])
      expect([await fixture.journal().load(BOARD), await fixture.journal().history(BOARD, 0)]).toEqual([null, null])
      await fixture.restart()
      expect(await fixture.journal().load(BOARD)).toBeNull()
      await fixture.journal().claim(BOARD, [{ clientId: 77, owner: BEN }])
      expect(await fixture.journal().lastEditAt(BOARD)).toBeNull()
    })

    it('remembers when a person has last edited, also after the rows are pruned', async () => {
      await append('a')
      await fixture.journal().append({ document: BOARD, seatId: null, at: 9000, bytes: typing('b'), claims: [] })
      const compactor = new Compactor(fixture.journal())
      await compactor.compact(BOARD)
      await fixture.journal().append({ document: BOARD, seatId: null, at: 9001, bytes: typing('c'), claims: [] })
      await compactor.compact(BOARD)
      await compactor.close()
      await fixture.restart()
      expect(await fixture.journal().lastEditAt(BOARD)).toBe(1000)
    })
  })
}
