import { addItem, editItemText, openBoard } from '@tafelrunde/schema'
import * as Y from 'yjs'

/** One edit, encoded before the run begins. */
export interface PreparedEdit {
  readonly update: Uint8Array
  /** The client's next Yjs clock after this edit; whoever holds all below it holds the edit. */
  readonly clockAfter: number
}

/** What one client writes: a note of its own, then its text, character by character. */
export interface PreparedWriting {
  readonly clientId: number
  readonly edits: readonly PreparedEdit[]
}

const LETTERS = 'die zielgruppe kennt den dienst noch nicht und fragt zuerst die kommune '

/**
 * Writes `editCount` edits on a board and throws the board away: the first adds a note, each of the others types a
 * character into it. They depend on nothing that other clients write, so any order of arrival gives the same board.
 */
export function prepareEdits(editCount: number, column: number): PreparedWriting {
  const ydoc = new Y.Doc()
  const edits: PreparedEdit[] = []
  ydoc.on('update', (update: Uint8Array) => {
    edits.push({ update, clockAfter: Y.getState(ydoc.store, ydoc.clientID) })
  })
  const board = openBoard(ydoc)
  const place = {
    canvasId: null,
    fieldId: 'free',
    position: { x: (column % 12) * 180, y: Math.floor(column / 12) * 140 },
  }
  const added = addItem(board, { place, text: LETTERS[0] as string })
  if (!added) throw new Error('the note of the benchmark was not added')
  let text = LETTERS[0] as string
  while (edits.length < editCount) {
    text += LETTERS[text.length % LETTERS.length] as string
    if (!editItemText(board, added.result, text)) throw new Error('the note of the benchmark is gone')
  }
  const { clientID } = ydoc
  ydoc.destroy()
  return { clientId: clientID, edits }
}
