import { ERRORS } from '@tafelrunde/protocol'
import { ApiError, apiErrorOf } from './callApi.ts'
import { EventParser, type StreamEvent } from './EventParser.ts'
import { longRequestsOfPage } from './longRequestsOfPage.ts'
import type { LongRequests, Pace } from './LongRequests.ts'

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
/** The server sends its state at once. What has sent nothing by now is held back by something on the way. */
const FIRST_PIECE_MS = 3_000
/** Something that held a stream back is given another chance after so long. */
const BUFFERED_FOR_MS = 120_000
const ASK_TIMEOUT_MS = 15_000
const ASK_EVERY_MS: Readonly<Record<Pace, number>> = { stream: 1_500, often: 1_500, seldom: 15_000 }

/** Shared by the streams of a page, one after another. */
let bufferedUntil = 0

/**
 * Listen to a stream of server events, over fetch so that the token travels in a header.
 *
 * Reconnects by itself with growing pauses, at once when the device comes online or the tab is shown again. Where no
 * request may be held (other tabs hold theirs, the tab is hidden) or nothing comes in pieces (a proxy that buffers),
 * it asks for the state as of now again and again: `onEvent` then hears the whole state after each change. Returns
 * what closes it.
 */
export function openEventStream(
  path: string,
  token: string,
  onEvent: (event: StreamEvent) => void,
  onState: (state: StreamState) => void = () => {},
  requests: LongRequests = longRequestsOfPage(),
): () => void {
  let isClosed = false
  let attempt = 0
  let waitingSince: number | null = null
  let pace: Pace = 'seldom'
  let tag = ''
  let abort = new AbortController()
  let isStreaming = false
  let wake = () => {}
  let isOpen = false

  const mayStream = () => pace === 'stream' && Date.now() >= bufferedUntil

  async function request(headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> {
    const response = await fetch(`/api/v1${path}`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}`, ...headers },
      signal,
      credentials: 'omit',
      cache: 'no-store',
    })
    if (response.ok || response.status === 304) return response
    throw apiErrorOf(response.status, await response.json().catch(() => undefined))
  }

  function works(): void {
    attempt = 0
    waitingSince = null
    if (!isOpen) onState({ type: 'open' })
    isOpen = true
  }

  /** Ends when the stream does, or when this page may not hold it any more. */
  async function stream(signal: AbortSignal): Promise<void> {
    let hasHeard = false
    const onSilence = () => {
      if (!hasHeard) bufferedUntil = Date.now() + BUFFERED_FOR_MS
      abort.abort()
    }
    let silence = setTimeout(onSilence, FIRST_PIECE_MS)
    isStreaming = true
    try {
      const response = await request({}, signal)
      if (!response.body) return
      tag = ''
      const parser = new EventParser(onEvent)
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done || isClosed) return
        if (!hasHeard) works()
        hasHeard = true
        clearTimeout(silence)
        silence = setTimeout(onSilence, SILENCE_MS)
        parser.push(value)
      }
    } finally {
      clearTimeout(silence)
      isStreaming = false
    }
  }

  async function askOnce(signal: AbortSignal): Promise<void> {
    const timeout = setTimeout(() => abort.abort(), ASK_TIMEOUT_MS)
    try {
      const response = await request({ 'tafelrunde-mode': 'now', ...(tag && { 'if-none-match': tag }) }, signal)
      const body = response.status === 304 ? '' : await response.text()
      if (isClosed) return
      works()
      tag = response.headers.get('etag') ?? ''
      new EventParser(onEvent).push(body)
    } finally {
      clearTimeout(timeout)
    }
  }

  async function run(): Promise<void> {
    onState({ type: 'connecting' })
    while (!isClosed) {
      abort = new AbortController()
      const isStream = mayStream()
      try {
        if (isStream) await stream(abort.signal)
        else await askOnce(abort.signal)
        if (isClosed) return
        if (!isStream) {
          await pause(ASK_EVERY_MS[pace])
          continue
        }
      } catch (error) {
        if (isClosed) return
        if (error instanceof ApiError && error.code !== 'network' && ERRORS[error.code].client !== 'retry') {
          isClosed = true
          stopAsking()
          onState({ type: 'refused', error })
          return
        }
      }
      if (isClosed) return
      // Given up for asking: nothing is wrong, and the first answer is wanted at once.
      if (isStream && !mayStream()) continue
      waitingSince ??= Date.now()
      // A stream that was cut off is back before anybody has read that it was gone.
      if (attempt > 0) {
        isOpen = false
        onState({ type: 'waiting', since: waitingSince })
      }
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
  const stopAsking = requests.ask((next) => {
    pace = next
    if (isStreaming && !mayStream()) abort.abort()
    if (mayStream()) wake()
  })
  addEventListener('online', onWake)
  document.addEventListener('visibilitychange', onWake)
  void run()

  return () => {
    isClosed = true
    stopAsking()
    abort.abort()
    wake()
    removeEventListener('online', onWake)
    document.removeEventListener('visibilitychange', onWake)
  }
}
