import { useEffect, useState } from 'react'
import { openEventStream, type StreamEvent, type StreamState } from './openEventStream.ts'

/** How long a hidden tab keeps its stream: browsers allow six connections per host, and other tabs need them. */
const hiddenMs = 60_000

/** Folds one event into what is known; `receivedAt` is the device's time. Must be pure. */
export type StreamReducer<S> = (state: S | null, event: StreamEvent, receivedAt: number) => S | null

/**
 * What a stream of events adds up to, and how the stream is.
 *
 * A tab that is hidden for a minute gives its stream up and takes a fresh one when it is shown again; what is known stays.
 */
export function useStreamState<S>(
  path: string,
  token: string,
  reduce: StreamReducer<S>,
): { readonly state: S | null; readonly stream: StreamState } {
  const [state, setState] = useState<S | null>(null)
  const [stream, setStream] = useState<StreamState>({ type: 'connecting' })
  useEffect(() => {
    let close: (() => void) | null = null
    let hiddenTimeout: ReturnType<typeof setTimeout> | undefined
    const open = (): void => {
      close ??= openEventStream(
        path,
        token,
        (event) => {
          const receivedAt = Date.now()
          setState((before) => reduce(before, event, receivedAt))
        },
        setStream,
      )
    }
    const onVisibility = (): void => {
      clearTimeout(hiddenTimeout)
      if (document.visibilityState === 'visible') return open()
      hiddenTimeout = setTimeout(() => {
        close?.()
        close = null
      }, hiddenMs)
    }
    open()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearTimeout(hiddenTimeout)
      document.removeEventListener('visibilitychange', onVisibility)
      close?.()
    }
  }, [path, token, reduce])
  return { state, stream }
}
