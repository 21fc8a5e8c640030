const keyOf = (seatId: string, document: string) => `tafelrunde.unsent.${seatId}.${document}`

/** How many edits of a document this device had not got rid of when it was last used. */
export function readUnsentEdits(seatId: string, document: string): number {
  const count = Number(localStorage.getItem(keyOf(seatId, document)))
  return Number.isSafeInteger(count) && count > 0 ? count : 0
}

/** Remember the number, so that it is still told after a reload without a connection. */
export function writeUnsentEdits(seatId: string, document: string, count: number): void {
  if (count === 0) localStorage.removeItem(keyOf(seatId, document))
  else localStorage.setItem(keyOf(seatId, document), String(count))
}

/** Whether any document of the seat has unsent edits on this device. */
export function hasUnsentEdits(seatId: string): boolean {
  return Object.keys(localStorage).some((key) => key.startsWith(`tafelrunde.unsent.${seatId}.`))
}
