const KEY = 'tafelrunde.reloadedAt'
/** Chunks that are gone after a reload too are not the fault of an old page; then the error is shown instead. */
const PAUSE_MS = 60_000

/**
 * Reload when a part of the client that is fetched later is gone, because the server was updated while the page was
 * open. What was typed is in the local copy of the board and goes on from there.
 *
 * Without a network nothing is reloaded: the page that people go on working in would not come back.
 */
export function reloadForNewVersion(): void {
  addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0)
    if (Date.now() - last < PAUSE_MS) return
    void isServerThere().then((isThere) => {
      if (!isThere) return
      sessionStorage.setItem(KEY, String(Date.now()))
      location.reload()
    })
  })
}

async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/', { method: 'HEAD', cache: 'no-store', redirect: 'error' })).ok
  } catch {
    return false
  }
}
