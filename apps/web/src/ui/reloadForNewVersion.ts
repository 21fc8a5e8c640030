const KEY = 'tafelrunde.reloadedAt'
/** Chunks that are gone after a reload too are not the fault of an old page; then the error is shown instead. */
const PAUSE_MS = 60_000

/**
 * Reload when a part of the client that is fetched later is gone, because the server was updated while the page was
 * open. What was typed is in the local copy of the board and goes on from there.
 */
export function reloadForNewVersion(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0)
    if (Date.now() - last < PAUSE_MS) return
    event.preventDefault()
    sessionStorage.setItem(KEY, String(Date.now()))
    location.reload()
  })
}
