import { EntryReader, frameEntry } from '@tafelrunde/http-socket'
import { greeting } from './greeting.ts'

const ANSWER_MS = 6_000
const MAX_FRAME_BYTES = 100_000

/**
 * Milliseconds until the sync endpoint has answered over plain HTTP, as a stream or by long polling; null if it has
 * not. A network that holds streams back gives nothing here within the time, because a stream stays open.
 */
export async function probeHttp(mode: 'stream' | 'poll', base = '/sync/http'): Promise<number | null> {
  const startedAt = performance.now()
  const signal = AbortSignal.timeout(ANSWER_MS)
  const options = { cache: 'no-store', redirect: 'error', signal } as const
  try {
    const opened = await fetch(base, { ...options, method: 'POST' })
    const { connection } = (await opened.json()) as { connection: string }
    const headers = { 'tafelrunde-connection': connection, 'tafelrunde-received': '0' }
    const receiving = fetch(`${base}/receive`, { ...options, headers: { ...headers, 'tafelrunde-mode': mode } })
    const body = frameEntry(greeting())
    const postHeaders = { ...headers, 'tafelrunde-first': '1', 'content-type': 'application/octet-stream' }
    const [answer, sent] = await Promise.all([
      receiving,
      fetch(`${base}/send`, { ...options, method: 'POST', headers: postHeaders, body }),
    ])
    const isHeard = answer.ok && sent.ok && (await bringsFrame(answer))
    const ms = Math.round(performance.now() - startedAt)
    void fetch(`${base}/close`, { method: 'POST', headers: { ...postHeaders, 'tafelrunde-first': '2' } }).catch(
      () => null,
    )
    return isHeard ? ms : null
  } catch {
    return null
  }
}

async function bringsFrame(answer: Response): Promise<boolean> {
  const body = answer.body?.getReader()
  const entries = new EntryReader({ maxFrameBytes: MAX_FRAME_BYTES })
  for (let part = await body?.read(); part && !part.done; part = await body?.read()) {
    if (!entries.read(part.value).some(({ type }) => type === 'frame')) continue
    await body?.cancel()
    return true
  }
  return false
}
