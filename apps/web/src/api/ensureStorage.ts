import { MemoryStorage } from './MemoryStorage.ts'

/**
 * Give the page storages that work. Where the browser forbids site data, reading `localStorage` throws; people can then
 * still take part, but the device forgets them with the tab.
 */
export function ensureStorage(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    try {
      window[name].setItem('tafelrunde.probe', '1')
      window[name].removeItem('tafelrunde.probe')
    } catch {
      Object.defineProperty(window, name, { value: new MemoryStorage(), configurable: true })
    }
  }
}
