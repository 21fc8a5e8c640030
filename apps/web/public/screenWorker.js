/*
 * Keeps the program of the screen page on the device, so that a beamer whose browser is reloaded without a network comes
 * back with its last picture. Registered for the screen's address only; it never touches data, which the page keeps
 * itself, and with a network it changes nothing: the newest program is always asked for first.
 */
const CACHE = 'tafelrunde-screen'
const PAGE = '/screen-page'

/** A network that holds a request without answering counts as none. */
const PATIENCE_MS = 6_000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => event.waitUntil(keep(event.data)))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(openFile(request))
})

/** Keep exactly these files and the page; what belonged to an older program goes. */
async function keep({ page, files }) {
  const cache = await caches.open(CACHE)
  const wanted = new Set(files)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname !== PAGE && !wanted.has(pathname)) await cache.delete(request)
  }
  for (const file of wanted) {
    if (await cache.match(file, { ignoreVary: true })) continue
    const response = await fetch(file)
    if (response.ok) await cache.put(file, response)
  }
  const response = await fetch(page)
  if (response.ok) await cache.put(PAGE, response)
}

async function openPage(request) {
  const kept = await caches.match(PAGE, { ignoreVary: true })
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept))
  const fresh = fetch(request).then(
    (response) => (response.status >= 500 ? kept : response),
    () => kept,
  )
  return Promise.race([fresh, late])
}

async function openFile(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}
