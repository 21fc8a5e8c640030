import { UndoStack } from '@tafelrunde/schema'

const keyOf = (seatId: string, document: string) => `tafelrunde.undo.${seatId}.${document}`
const LAZY_MS = 500
const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** One's own steps of this tab and seat, as they were before the reload. */
export function storedUndoSteps(seatId: string, document: string): UndoStack {
  try {
    return UndoStack.fromJSON(JSON.parse(sessionStorage.getItem(keyOf(seatId, document)) ?? 'null'))
  } catch {
    return new UndoStack()
  }
}

/** Keep the steps of this tab; lazily while somebody types. A full storage costs the steps, never the text. */
export function storeUndoSteps(seatId: string, document: string, undo: UndoStack, { isLazy = false } = {}): void {
  const key = keyOf(seatId, document)
  const pending = timers.get(key)
  const store = () => {
    timers.delete(key)
    try {
      sessionStorage.setItem(key, JSON.stringify(undo.toJSON()))
    } catch {
      sessionStorage.removeItem(key)
    }
  }
  if (isLazy && pending) return
  if (pending) clearTimeout(pending)
  if (isLazy) timers.set(key, setTimeout(store, LAZY_MS))
  else store()
}
