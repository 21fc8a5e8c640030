import { forgetDeviceId } from '../api/deviceId.ts'
import { removeSeat, type StoredSeat } from '../api/seats.ts'
import { hasUnsentEdits } from './unsentEdits.ts'

/** Whether this device holds text of the seat that the server does not have. */
export function hasUnsentText(seat: Pick<StoredSeat, 'seatId'>): boolean {
  const tray = localStorage.getItem(`tafelrunde.tray.${seat.seatId}`)
  return hasUnsentEdits(seat.seatId) || (tray !== null && tray !== '[]')
}

/** Forget a seat on this device: its token, its copies of boards, its tray and its undo steps; and the device's own number. */
export async function forgetSeatHere(seat: Pick<StoredSeat, 'seatId'>): Promise<void> {
  removeSeat(seat.seatId)
  forgetDeviceId()
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) {
      if (key.startsWith('tafelrunde.') && key.includes(seat.seatId)) storage.removeItem(key)
    }
  }
  if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return
  const databases = await indexedDB.databases()
  await Promise.all(
    databases.flatMap(({ name }) => (name?.split('/')[2] === seat.seatId ? [deleteDatabase(name)] : [])),
  )
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const deletion = indexedDB.deleteDatabase(name)
    // Blocked: another tab still has it open and deletes nothing new; the browser finishes when it closes.
    deletion.onsuccess = deletion.onerror = deletion.onblocked = () => resolve()
  })
}
