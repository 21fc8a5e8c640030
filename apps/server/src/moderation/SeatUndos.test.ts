import { addItem, openBoard, readBoard } from '@tafelrunde/schema'
import { newId, type GroupId, type RunState, type SeatId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { JournalRow } from '../journal/Journal.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { SeatUndos } from './SeatUndos.ts'

type Parts = ConstructorParameters<typeof SeatUndos>[0]

const AT = 1_000_000
const groupId = newId<GroupId>()
const workshopId = newId<Seat['workshopId']>()
const moderator = { id: newId<SeatId>(), workshopId, role: 'moderator', name: 'Mona' } as unknown as Seat

/** A board on which every edit is in the journal a moment before it can be seen. */
class BusyBoard {
  readonly ydoc = new Y.Doc()
  readonly rows: JournalRow[] = []
  readonly #writers = new Map<SeatId, Y.Doc>()

  /** On the disk at once, on the board when the returned function is called. */
  write(seatId: SeatId, text: string): () => void {
    const writer = this.#writers.get(seatId) ?? new Y.Doc()
    this.#writers.set(seatId, writer)
    const before = Y.encodeStateVector(writer)
    addItem(openBoard(writer), { place: { canvasId: null, fieldId: 'free' }, text })
    const bytes = Y.encodeStateAsUpdate(writer, before)
    this.rows.push({ seq: this.rows.length + 1, seatId, at: AT, bytes })
    return () => Y.applyUpdate(this.ydoc, bytes)
  }

  texts(): readonly string[] {
    const { items } = readBoard(openBoard(this.ydoc))
    return items.filter(({ state }) => state === 'active').map(({ plainText }) => plainText)
  }
}

test('[M4] takes back on a board whose newest edits are on disk and not yet to be seen, however often it is asked', async () => {
  const [anna, ben] = [newId<SeatId>(), newId<SeatId>()]
  const board = new BusyBoard()
  board.write(anna, 'von Anna')()
  let written = 0
  const documents: Partial<ServerParts['documents']> = {
    history: async () => {
      written += 1
      setTimeout(board.write(ben, `von Ben ${written}`), 10)
      return { before: { checkpoint: null, rows: [] }, rows: [...board.rows] }
    },
    editRow: async (_name, change) => {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(board.ydoc))
      const before = Y.encodeStateVector(copy)
      const result = change(copy)
      Y.applyUpdate(board.ydoc, Y.encodeStateAsUpdate(copy, before))
      return { result, seq: 99 }
    },
  }
  const undos = new SeatUndos({
    documents,
    runStates: { load: async () => ({ groups: [{ id: groupId }] }) as unknown as RunState },
    seats: { byId: async (id: SeatId) => ({ id, workshopId, role: 'participant' }) },
    audit: { list: async () => [], append: async () => undefined },
    log: { info: () => undefined },
    now: () => AT + 1_000,
  } as unknown as Parts)
  const { boards, refused } = await undos.undoSeat(moderator, { seatId: anna, minutes: 5, groupId })
  expect({ boards, refused }).toEqual({ boards: [{ groupId, removed: 1, restored: 0, changed: 0 }], refused: [] })
  expect(written).toBeGreaterThan(0)
  expect(board.texts()).toEqual(['von Ben 1'])
})
