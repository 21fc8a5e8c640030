import * as Y from 'yjs'
import { openBoard, readBoard } from '../Board.ts'
import { isEqual } from '../json.ts'
import { BOARD_ROOTS } from '../roots.ts'
import type { YDocLike } from '../YDocLike.ts'
import { LostValues } from './LostValues.ts'
import { othersCharacters } from './othersCharacters.ts'
import { takenCounts, type TakenCounts } from './takenCounts.ts'
import { WindowEntries } from './WindowEntries.ts'

/** One recorded edit: a Yjs V1 update. */
export interface RecordedEdit {
  readonly bytes: Uint8Array
  readonly isTakenBack: boolean
}

/** What a board was, and every edit since then in the order of their happening. */
export interface EditHistory {
  readonly before: readonly Uint8Array[]
  readonly edits: readonly RecordedEdit[]
}

/** Why nothing was taken back: the history does not lead to the board, or others would lose what they wrote. */
export class TakeBackRefused extends Error {
  override readonly name = 'TakeBackRefused'
}

/** Origin of the edits that are taken back, and of no other transaction. */
const TAKEN_BACK = Symbol('taken back')

/**
 * Take recorded edits of a board back, as one new edit of `document` under its client id.
 *
 * 1. Text that the edits wrote disappears, text and values that they deleted or overwrote return, unless somebody has
 *    changed the same value since.
 * 2. No character that other edits wrote disappears.
 * 3. Canvases, items and recommendations that the edits made go into the bin as they are; those in which others have
 *    written, and canvases on which others have notes, stay, without the text of the edits.
 * 4. All of it or nothing: the history has to lead to what the board shows now, and the board has to show afterwards
 *    what was worked out, else it throws.
 *
 * Works although the document collects its garbage: the edits are replayed on a copy that does not.
 *
 * Costs a replay and two readings of the whole board.
 *
 * @param document a copy, which is thrown away if this throws
 * @throws TakeBackRefused when 2 or 4 cannot be kept
 */
export function takeBackEdits(document: YDocLike, history: EditHistory): TakenCounts {
  const live = document as Y.Doc
  const board = openBoard(live)
  const before = readBoard(board)
  const { scratch, undo, window, lost } = replayed(live, history)
  if (!isEqual(readBoard(openBoard(scratch)), before) || scratch.store.pendingStructs) {
    throw new TakeBackRefused('the history does not lead to what the board shows')
  }
  const kept = othersCharacters(scratch, window.insertions)
  const update = undone(scratch, { undo, window, lost, clientId: live.clientID })
  if (!update) return takenCounts(before, before)
  if (othersCharacters(scratch, window.insertions) < kept) {
    throw new TakeBackRefused('others would lose what they wrote')
  }
  applyOwn(live, update)
  const after = readBoard(board)
  // What the live document has thrown away for good, an update cannot hang itself on.
  const isSame = !live.store.pendingStructs && isEqual(after, readBoard(openBoard(scratch)))
  scratch.destroy()
  if (!isSame) throw new TakeBackRefused('the board cannot take back what it has forgotten')
  return takenCounts(before, after)
}

interface Replayed {
  readonly undo: Y.UndoManager
  readonly window: WindowEntries
  readonly lost: LostValues
}

/** The board with its whole recent past, and an undo manager that has followed the edits in question. */
function replayed(live: Y.Doc, { before, edits }: EditHistory): Replayed & { scratch: Y.Doc } {
  const scratch = new Y.Doc({ gc: false })
  const roots = BOARD_ROOTS.map((root) => scratch.getMap(root))
  let window: WindowEntries | null = null
  const undo = new Y.UndoManager(roots, {
    trackedOrigins: new Set([TAKEN_BACK]),
    captureTimeout: Infinity,
    deleteFilter: (item) => window?.mayDelete(item) ?? true,
  })
  scratch.transact(() => {
    for (const bytes of before) Y.applyUpdate(scratch, bytes)
  })
  const lost = new LostValues()
  for (const { bytes, isTakenBack } of edits) {
    if (!isTakenBack) scratch.once('afterTransaction', (transaction: Y.Transaction) => lost.follow(transaction, bytes))
    Y.applyUpdate(scratch, bytes, isTakenBack ? TAKEN_BACK : 'others')
  }
  // What was written since the history was read.
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(live, Y.encodeStateVector(scratch)), 'others')
  window = new WindowEntries(scratch, undo.undoStack)
  return { scratch, undo, window, lost }
}

/** Undo on the scratch document; the update that says the same, null if there was nothing to undo. */
function undone(scratch: Y.Doc, { undo, window, lost, clientId }: Replayed & { clientId: number }): Uint8Array | null {
  // Last of all: a document that is fed with its own edits gives itself a new id.
  scratch.clientID = clientId
  let update: Uint8Array | null = null
  scratch.once('update', (bytes: Uint8Array) => {
    update = bytes
  })
  window.protect(undo.undoStack)
  scratch.transact(() => {
    undo.undo()
    lost.restore(scratch, window.insertions)
    window.bin()
  }, 'take-back')
  return update
}

/** Apply an update that goes on under the document's own client id, which Yjs takes for an accident. */
function applyOwn(live: Y.Doc, update: Uint8Array): void {
  const { clientID } = live
  live.clientID = new Y.Doc().clientID
  Y.applyUpdate(live, update, 'take-back')
  live.clientID = clientID
}
