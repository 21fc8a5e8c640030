import { RehearsalResponse, type RehearsalRecord } from '@tafelrunde/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, callApi, type Method } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'

/** People move on by seconds; nobody reads faster. */
const LOOK_AGAIN_MS = 1_000

/** A rehearsal as the dialog shows it. */
export interface WatchedRehearsal {
  /** The one that runs, else the last one; null: none is known. */
  readonly rehearsal: RehearsalRecord | null
  readonly isRunning: boolean
  /** Starting or stopping is under way. */
  readonly isAsking: boolean
  /** Why the last call did not come through, as a code. */
  readonly failure: string | null
  readonly start: () => void
  readonly stop: () => void
}

/** Watch the rehearsal of the seat's workshop while the dialog is open; start and stop it. */
export function useRehearsal({ workshopId, token }: Pick<StoredSeat, 'workshopId' | 'token'>): WatchedRehearsal {
  const [rehearsal, setRehearsal] = useState<RehearsalRecord | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const newest = useRef(0)
  const ask = useCallback(
    (method: Method): Promise<void> => {
      newest.current += 1
      const call = newest.current
      const path = `/workshops/${workshopId}/rehearsal`
      return callApi(method, path, { token, schema: RehearsalResponse }).then(
        (answer) => {
          // An answer that was overtaken would bring back what was before.
          if (call !== newest.current) return
          setRehearsal(answer.rehearsal)
          setFailure(null)
        },
        (error: unknown) => {
          if (!(error instanceof ApiError)) throw error
          if (call === newest.current) setFailure(error.code)
        },
      )
    },
    [workshopId, token],
  )
  const command = (method: Method): void => {
    setAsking(true)
    void ask(method).finally(() => setAsking(false))
  }
  const isRunning = rehearsal !== null && rehearsal.outcome === null
  useEffect(() => {
    void ask('GET')
  }, [ask])
  useEffect(() => {
    if (!isRunning) return undefined
    // The next look begins when the last one is answered: on a slow line every answer would be overtaken.
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = isAsking
    const lookAgain = (): void => {
      if (!isOver) timer = setTimeout(() => void ask('GET').finally(lookAgain), LOOK_AGAIN_MS)
    }
    lookAgain()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isRunning, isAsking, ask])
  return {
    rehearsal,
    isRunning,
    isAsking,
    failure,
    start: () => command('POST'),
    stop: () => command('DELETE'),
  }
}
