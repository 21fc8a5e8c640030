import * as Y from 'yjs'
import { internalsOf, type Board } from '../Board.ts'
import { EntryReader } from '../EntryReader.ts'
import { parseId, newId, type CanvasId, type GroupId, type ItemId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { checkedItemText } from '../item/addItem.ts'
import { FIELD_ID } from '../item/parseItem.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { compareOrder, planInsertion } from '../order.ts'
import { plainTextOf } from '../RichText.ts'
import { transact } from '../transact.ts'
import type { HiddenNote, HiddenPlace } from './HiddenNote.ts'

/**
 * What a private document holds that was not shown yet, in the order of writing. Empty notes and those in the bin are
 * left out, like everything that cannot be understood.
 */
export function readHiddenNotes(board: Board): readonly HiddenNote[] {
  const notes: HiddenNote[] = []
  for (const [key, entry] of internalsOf(board).roots.items) {
    const note = entry instanceof Y.Map ? parseHiddenNote(key, entry) : null
    if (note) notes.push(note)
  }
  return notes.toSorted(compareOrder)
}

/**
 * Write each line down as a hidden note of its own; empty lines are left out. Null when none is left.
 *
 * @throws LimitExceeded `item.tooLong` | `item.tooMany`, before anything is written
 */
export function addHiddenNotes(
  board: Board,
  place: HiddenPlace,
  lines: readonly string[],
): Applied<readonly ItemId[]> | null {
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (texts.length === 0) return null
  assertWithin('item.tooMany', texts.length, LIMITS.linesPerPaste)
  const notes = readHiddenNotes(board)
  assertWithin('item.tooMany', notes.length + texts.length, LIMITS.hiddenNotesPerSeat)
  const contents = texts.map(checkedItemText)
  const { keys } = planInsertion(notes, { at: notes.length, count: contents.length })
  return transact(board, 'addHiddenNotes', (write) =>
    contents.map((text, index) => {
      const id = newId<ItemId>()
      const values = { ...placeValues(place), order: keys[index] as string, createdAt: Date.now() }
      write.createWithBin('items', id, { values, richTexts: { text } })
      return id
    }),
  )
}

/** Say where a hidden note is to go. */
export function placeHiddenNote(board: Board, id: ItemId, place: HiddenPlace): Applied<true> | null {
  return transact(board, 'placeHiddenNote', (write) => {
    for (const [key, value] of Object.entries(placeValues(place))) write.set('items', id, key, value)
    return true
  })
}

function placeValues({ groupId, canvasId, fieldId }: HiddenPlace) {
  return { groupId, canvasId, fieldId }
}

function parseHiddenNote(key: string, entry: Y.Map<unknown>): HiddenNote | null {
  const id = parseId<ItemId>(key)
  const read = new EntryReader(entry)
  const groupId = read.id<GroupId>('groupId')
  const fieldId = read.get('fieldId')
  if (id === null || groupId === null || typeof fieldId !== 'string' || !FIELD_ID.test(fieldId)) return null
  if (read.get('state') === 'deleted') return null
  const text = read.richText('text')
  const plainText = plainTextOf(text)
  if (plainText.trim() === '') return null
  return {
    id,
    groupId,
    canvasId: read.id<CanvasId>('canvasId'),
    fieldId,
    order: read.order(),
    text,
    plainText,
    shownAt: read.number('shownAt'),
    createdAt: read.number('createdAt'),
  }
}
