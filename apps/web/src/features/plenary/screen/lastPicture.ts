import type { Plenary } from '../plenaryState.ts'

/** Longer than a day nobody needs the picture of a beamer; what people wrote is not left lying on its computer. */
const keepMs = 24 * 60 * 60_000

/** A picture larger than this is of no workshop that we know; storing it would only fill the device. */
const mostCharacters = 8_000_000

const version = 1
const store = 'pictures'
const record = 'last'

/** Whose picture it is. */
export interface PictureOwner {
  readonly instanceId: string
  readonly seatId: string
}

/** A picture as it lies on the device. */
interface StoredPicture {
  readonly version: number
  readonly keptAt: number
  readonly plenary: Pick<Plenary, 'view' | 'run' | 'clockOffsetMs'>
}

/** The last picture with the time when it was kept, epoch milliseconds of the device. */
export interface LastPicture {
  readonly plenary: Plenary
  readonly keptAt: number
}

/** The text that is stored for a picture; null if it is too large. */
export function pictureText({ view, run, clockOffsetMs }: Plenary, keptAt: number): string | null {
  const stored: StoredPicture = { version, keptAt, plenary: { view, run, clockOffsetMs } }
  const text = JSON.stringify(stored)
  return text.length > mostCharacters ? null : text
}

/** The picture in a stored text; null if it is too old, of another version of the program, or no picture at all. */
export function pictureOfText(text: unknown, now: number): LastPicture | null {
  if (typeof text !== 'string') return null
  try {
    const stored = JSON.parse(text) as Partial<StoredPicture>
    const { keptAt, plenary } = stored
    if (stored.version !== version || typeof keptAt !== 'number' || !plenary?.run?.stage) return null
    if (now - keptAt > keepMs || keptAt > now + keepMs) return null
    return { plenary: { ...plenary, firstSeen: new Map() }, keptAt }
  } catch {
    return null
  }
}

/** Keep a picture for the next visit; where the browser keeps nothing, nothing happens. */
export async function keepLastPicture(owner: PictureOwner, plenary: Plenary): Promise<void> {
  const text = pictureText(plenary, Date.now())
  if (text === null) return
  await withStore(owner, 'readwrite', (pictures) => pictures.put(text, record)).catch(() => undefined)
}

/** The picture of the last visit, or null. A picture that is too old is deleted. */
export async function readLastPicture(owner: PictureOwner): Promise<LastPicture | null> {
  const text = await withStore(owner, 'readonly', (pictures) => pictures.get(record)).catch(() => undefined)
  const picture = pictureOfText(text, Date.now())
  if (text !== undefined && !picture) {
    await withStore(owner, 'readwrite', (pictures) => pictures.delete(record)).catch(() => undefined)
  }
  return picture
}

/** Named like the copies of boards, so that forgetting a seat on this device takes it along. */
function databaseName({ instanceId, seatId }: PictureOwner): string {
  return `tafelrunde/${instanceId}/${seatId}/screen`
}

async function withStore<R>(
  owner: PictureOwner,
  mode: IDBTransactionMode,
  act: (pictures: IDBObjectStore) => IDBRequest<R>,
): Promise<R> {
  const opening = indexedDB.open(databaseName(owner), 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(store)
  const database = await resultOf(opening)
  try {
    return await resultOf(act(database.transaction(store, mode).objectStore(store)))
  } finally {
    database.close()
  }
}

function resultOf<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database does not answer'))
    if (request instanceof IDBOpenDBRequest) request.onblocked = () => reject(new Error('the database is blocked'))
  })
}
