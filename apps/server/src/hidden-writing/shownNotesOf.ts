import { createHash } from 'node:crypto'
import type { HiddenNote, ItemId, SeatId } from '@tafelrunde/schema/plain'
import type { ShownNote } from '@tafelrunde/schema/transport'

/** A hidden note with who wrote it. */
export interface WrittenNote {
  readonly seatId: SeatId
  readonly note: HiddenNote
}

/**
 * Hidden notes as they come onto a board. With authors in the order of writing; without them mixed, always in the same
 * way, with the time of showing: neither order nor time may tell who wrote what.
 */
export function shownNotesOf(
  written: readonly WrittenNote[],
  { hasAuthors, at }: { readonly hasAuthors: boolean; readonly at: number },
): readonly ShownNote[] {
  const notes = written.map(({ seatId, note }): ShownNote => ({
    id: idOnBoard(note),
    place: { canvasId: note.canvasId, fieldId: note.fieldId },
    text: note.text,
    author: hasAuthors ? seatId : null,
    createdAt: hasAuthors ? (note.createdAt ?? at) : at,
  }))
  const keyOf = ({ id }: ShownNote): string => createHash('sha256').update(id).digest('hex')
  return notes.toSorted((a, b) => a.createdAt - b.createdAt || (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** The note's own id; what was added after an earlier part was shown is a note of its own, the same at every attempt. */
export function idOnBoard({ id, shownAt }: Pick<HiddenNote, 'id' | 'shownAt'>): ItemId {
  if (shownAt === null) return id
  return `L${createHash('sha256').update(`${id}/${shownAt}`).digest('base64url').slice(0, 21)}` as ItemId
}
