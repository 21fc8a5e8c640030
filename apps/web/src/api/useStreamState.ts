import { useEffect, useState } from 'react'
import { openEventStream, type StreamEvent, type StreamState } from './openEventStream.ts'

/** Folds one event into what is known; `receivedAt` is the device's time. Must be pure. */
export type StreamReducer<S> = (state: S | null, event: StreamEvent, receivedAt: number) => S | null

/** What a stream of events adds up to, and how the stream is. */
export function useStreamState<S>(
  path: string,
  token: string,
  reduce: StreamReducer<S>,
): { readonly state: S | null; readonly stream: StreamState } {
  const [state, setState] = useState<S | null>(null)
  const [stream, setStream] = useState<StreamState>({ type: 'connecting' })
  useEffect(
    () =>
      openEventStream(
        path,
        token,
        (event) => {
          const receivedAt = Date.now()
          setState((before) => reduce(before, event, receivedAt))
        },
        setStream,
      ),
    [path, token, reduce],
  )
  return { state, stream }
}
