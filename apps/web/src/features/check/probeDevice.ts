import { MemoryStorage } from '../../api/MemoryStorage.ts'
import type { Observations } from './Observations.ts'

const DATABASE = 'tafelrunde.check'
const DATABASE_MS = 3_000

/** What the device can do by itself. */
export async function probeDevice(): Promise<
  Pick<Observations, 'hasStorage' | 'hasDatabase' | 'isBrowserCurrent' | 'viewport'>
> {
  return {
    hasStorage: !(localStorage instanceof MemoryStorage) && keeps(localStorage),
    hasDatabase: await hasDatabase(),
    isBrowserCurrent: isBrowserCurrent(),
    viewport: { width: innerWidth, height: innerHeight },
  }
}

function keeps(storage: Storage): boolean {
  try {
    storage.setItem(DATABASE, '1')
    const isKept = storage.getItem(DATABASE) === '1'
    storage.removeItem(DATABASE)
    return isKept
  } catch {
    return false
  }
}

/** What the boards rely on: colours for both themes, and the last years of JavaScript. */
function isBrowserCurrent(): boolean {
  const styles = ['color: light-dark(red, blue)', 'color: color-mix(in oklab, red, blue)']
  const hasStyles = styles.every((style) => CSS.supports(`(${style})`)) && CSS.supports('selector(:has(a))')
  return hasStyles && typeof structuredClone === 'function' && typeof [].toSorted === 'function'
}

async function hasDatabase(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false
  const opened = new Promise<boolean>((resolve) => {
    try {
      const opening = indexedDB.open(DATABASE)
      opening.onerror = () => resolve(false)
      opening.onsuccess = () => {
        opening.result.close()
        indexedDB.deleteDatabase(DATABASE)
        resolve(true)
      }
    } catch {
      resolve(false)
    }
  })
  const tooLate = new Promise<false>((resolve) => setTimeout(() => resolve(false), DATABASE_MS))
  return Promise.race([opened, tooLate])
}
