import { longRequestsOfPage } from '../api/longRequestsOfPage.ts'
import { prefetch } from '../api/prefetch.ts'
import type { CarrierSocket, Carriers } from './AdaptiveSocket.ts'

/** How often a tab asks that may not hold a request: in sight of somebody, and hidden. */
const OFTEN_MS = 1_000
const SELDOM_MS = 5_000
const PROBE_MS = 5_000

/** What the page has found out about its network. */
const network = { streamsAgainAt: 0 }

/** The WebSocket of the browser, and the socket over plain HTTP, whose code is loaded when it is needed. */
export const browserCarriers: Carriers = {
  webSocket: (url) => new WebSocket(url),
  async http(url) {
    const { HttpSocket } = await loadHttpSocket()
    const socket = new HttpSocket(url, { network })
    const stop = longRequestsOfPage().ask((pace) => {
      socket.seldomMs = pace === 'often' ? OFTEN_MS : SELDOM_MS
      socket.pace = pace === 'stream' ? 'live' : 'seldom'
    })
    socket.addEventListener('close', stop)
    return socket satisfies CarrierSocket
  },
}

/** Have the code of the fallback at hand before the network is bad. */
export function prefetchHttpSocket(): void {
  prefetch(loadHttpSocket)
}

function loadHttpSocket() {
  return import('@tafelrunde/http-socket')
}

/** Whether WebSockets get through: one is opened and closed, and the other side's goodbye has to come back. */
export function probeWebSocket(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openWebSocket(url)
    if (!socket) return resolve(false)
    const timeout = setTimeout(() => {
      resolve(false)
      socket.close()
    }, PROBE_MS)
    socket.addEventListener('open', () => socket.close(1000))
    socket.addEventListener('close', ({ wasClean }) => {
      clearTimeout(timeout)
      resolve(wasClean)
    })
  })
}

/** Null where a policy forbids WebSockets: there browsers throw. */
function openWebSocket(url: string): WebSocket | null {
  try {
    return new WebSocket(url)
  } catch {
    return null
  }
}
