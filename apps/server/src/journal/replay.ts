import { AppError, type DocumentName } from '@tafelrunde/protocol'
import * as Y from 'yjs'
import type { JournalContent } from './Journal.ts'

/**
 * Bring a document to the journal's state.
 *
 * Each row is a transaction of its own, as it was when it came in: after a foreign transaction Yjs takes out marks that
 * have become pointless, everywhere at once, and tells nobody. In one large transaction it would not, and whoever comes
 * back with these deletions would seem to write. The checkpoint has them, so it is left as it is.
 *
 * @throws AppError `document.damaged` if a part does not apply or hangs on something that is not there
 */
export function replay(document: DocumentName, state: JournalContent, into: Y.Doc): void {
  try {
    Y.transact(into, () => {
      if (state.checkpoint) Y.applyUpdate(into, state.checkpoint, 'journal')
    })
    for (const row of state.rows) Y.applyUpdate(into, row, 'journal')
  } catch (cause) {
    throw new AppError('document.damaged', `${document}: an update does not apply`, { cause })
  }
  // Every row was checked to continue what was there, so a piece that waits for another one means a lost row.
  if (into.store.pendingStructs) {
    throw new AppError('document.damaged', `${document}: an update waits for one that is missing`)
  }
}
