import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/** What a local copy is of. Seats never share one: an edit is only ever uploaded with the seat that wrote it. */
export interface LocalStoreKey {
  readonly instanceId: string
  readonly seatId: string
  readonly document: string
}

const PREFIX = 'tafelrunde'
/** A blocked database must not keep people from working online. */
const OPEN_TIMEOUT_MS = 3_000

/** Name of the local database of a document. */
export function localStoreName(key: LocalStoreKey): string {
  return `${PREFIX}/${key.instanceId}/${key.seatId}/${key.document}`
}

/**
 * The copy of one document on this device.
 *
 * 1. `whenLoaded` resolves in any case: with false where there is no IndexedDB (some private windows) or nothing in it.
 * 2. `replace` puts another document's state in the place of everything that was stored, without deleting the
 *    database: another tab of the same seat may have it open.
 */
export class LocalStore {
  readonly whenLoaded: Promise<boolean>
  private readonly name: string
  private persistence: IndexeddbPersistence | null = null
  private isOpen = false

  constructor(key: LocalStoreKey, ydoc: Y.Doc) {
    this.name = localStoreName(key)
    this.whenLoaded = this.open(ydoc)
  }

  /** Whether what is typed outlives this page. */
  get isKeeping(): boolean {
    return this.isOpen
  }

  /** Forget what was stored and keep this document's state from now on. */
  async replace(ydoc: Y.Doc): Promise<void> {
    await this.close()
    if (!hasIndexedDb()) return
    await clearUpdates(this.name).catch(() => undefined)
    await this.open(ydoc)
  }

  async close(): Promise<void> {
    const { persistence } = this
    this.persistence = null
    this.isOpen = false
    await persistence?.destroy().catch(() => undefined)
  }

  private async open(ydoc: Y.Doc): Promise<boolean> {
    if (!hasIndexedDb()) return false
    try {
      const persistence = new IndexeddbPersistence(this.name, ydoc)
      this.persistence = persistence
      this.isOpen = await Promise.race([
        persistence.whenSynced.then(() => true),
        new Promise<false>((resolve) => setTimeout(() => resolve(false), OPEN_TIMEOUT_MS)),
      ])
      return this.isOpen && ydoc.store.clients.size > 0
    } catch {
      return false // The board then lives in memory only; the lamp still tells what the server has.
    }
  }
}

function hasIndexedDb(): boolean {
  return typeof indexedDB !== 'undefined'
}

function clearUpdates(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      database.onversionchange = () => database.close()
      if (!database.objectStoreNames.contains('updates')) {
        database.close()
        resolve()
        return
      }
      const transaction = database.transaction('updates', 'readwrite')
      transaction.objectStore('updates').clear()
      transaction.oncomplete = () => {
        database.close()
        resolve()
      }
      transaction.onerror = () => {
        database.close()
        reject(transaction.error)
      }
    }
  })
}
