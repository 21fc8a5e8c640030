import { ERRORS } from '@tafelrunde/protocol'
import { ApiError, apiErrorOf } from './callApi.ts'
import { EventParser, type StreamEvent } from './EventParser.ts'

export type { StreamEvent } from './EventParser.ts'

/** `refused` is final and carries the error; the others follow one another for as long as the stream is open. */
export type StreamState =
  | { readonly type: 'connecting' }
  | { readonly type: 'open' }
  | { readonly type: 'waiting'; readonly since: number }
  | { readonly type: 'refused'; readonly error: ApiError }

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 10_000
/** The server sends a comment at least every 15 s; a stream that is silent for longer is dead (sleep, lost network). */
const SILENCE_MS = 40_000

/**
 * Listen to a stream of server events, over fetch so that the token travels in a header.
 *
 * Reconnects by itself with growing pauses and `Last-Event-ID`, at once when the device comes online or the tab is
 * shown again. Returns what closes it.
 */
export function openEventStream(
  path: string,
  token: string,
  onEvent: (event: StreamEvent) => void,
  onState: (state: StreamState) => void = () => {},
): () => void {
  let lastEventId = ''
  let isClosed = false
  let attempt = 0
  let waitingSince: number | null = null
  let abort = new AbortController()
  let wake = () => {}

  async function readOnce(): Promise<void> {
    abort = new AbortController()
    const { signal } = abort
    let silence = setTimeout(() => abort.abort(), SILENCE_MS)
    try {
      const response = await fetch(`/api/v1${path}`, {
        headers: {
          accept: 'text/event-stream',
          authorization: `Bearer ${token}`,
          ...(lastEventId && { 'last-event-id': lastEventId }),
        },
        signal,
        credentials: 'omit',
        cache: 'no-store',
      })
      if (!response.ok || !response.body) {
        throw apiErrorOf(response.status, await response.json().catch(() => undefined))
      }
      attempt = 0
      waitingSince = null
      onState({ type: 'open' })
      const parser = new EventParser((event) => {
        if (event.id) lastEventId = event.id
        onEvent(event)
      })
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done || isClosed) return
        clearTimeout(silence)
        silence = setTimeout(() => abort.abort(), SILENCE_MS)
        parser.push(value)
      }
    } finally {
      clearTimeout(silence)
    }
  }

  async function run(): Promise<void> {
    onState({ type: 'connecting' })
    while (!isClosed) {
      try {
        await readOnce()
      } catch (error) {
        if (isClosed) return
        if (error instanceof ApiError && error.code !== 'network' && ERRORS[error.code].client !== 'retry') {
          isClosed = true
          onState({ type: 'refused', error })
          return
        }
      }
      if (isClosed) return
      waitingSince ??= Date.now()
      onState({ type: 'waiting', since: waitingSince })
      await pause(Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt++) * (0.5 + Math.random() / 2))
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timeout = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timeout)
        resolve()
      }
    })
  }

  const onWake = () => {
    if (document.visibilityState === 'visible') wake()
  }
  addEventListener('online', onWake)
  document.addEventListener('visibilitychange', onWake)
  void run()

  return () => {
    isClosed = true
    abort.abort()
    wake()
    removeEventListener('online', onWake)
    document.removeEventListener('visibilitychange', onWake)
  }
}
