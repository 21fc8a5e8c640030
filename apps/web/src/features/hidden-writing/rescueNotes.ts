import { addHiddenNotes, readHiddenNotes, type Board } from '@tafelrunde/schema'

/** Write down again what the server has not taken with the old copy. */
export function rescueNotes(refused: Board, fresh: Board): void {
  const known = new Map(readHiddenNotes(fresh).map(({ id, plainText }) => [id, plainText]))
  for (const note of readHiddenNotes(refused)) {
    if (known.get(note.id) !== note.plainText) addHiddenNotes(fresh, note, [note.plainText])
  }
}
