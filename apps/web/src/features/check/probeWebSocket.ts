import { greeting } from './greeting.ts'

const ANSWER_MS = 6_000

/** Milliseconds until the sync endpoint has answered over a WebSocket; null if it has not. */
export function probeWebSocket(url = syncUrl()): Promise<number | null> {
  return new Promise((resolve) => {
    const startedAt = performance.now()
    let socket: WebSocket | null = null
    const end = (answer: number | null): void => {
      clearTimeout(timer)
      socket?.close()
      resolve(answer)
    }
    const timer = setTimeout(() => end(null), ANSWER_MS)
    try {
      socket = new WebSocket(url)
    } catch {
      return end(null) // A policy forbids it.
    }
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => socket?.send(greeting())
    socket.onmessage = () => end(Math.round(performance.now() - startedAt))
    socket.onclose = () => end(null)
  })
}

/** The sync endpoint beside this page. */
export function syncUrl(): string {
  const url = new URL('/sync', location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  return url.href
}
