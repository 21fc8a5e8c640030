import { PlanCheckResponse, type PlanProblemRecord } from '@tafelrunde/protocol'
import { useEffect, useState } from 'react'
import { ApiError, callApi } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'

/** What is known of the plan. While it is checked again the last answer stays. */
export interface PlanCheck {
  /** Null until the first answer. */
  readonly problems: readonly PlanProblemRecord[] | null
  readonly isChecking: boolean
  /** Why the last check did not come through, as a code. */
  readonly failure: string | null
  readonly checkAgain: () => void
}

/** Check the plan when the dialog opens, and whenever it is asked for again. */
export function usePlanCheck({ workshopId, token }: Pick<StoredSeat, 'workshopId' | 'token'>): PlanCheck {
  const [attempt, setAttempt] = useState(1)
  const [done, setDone] = useState<Pick<PlanCheck, 'problems' | 'failure'> & { readonly attempt: number }>({
    problems: null,
    failure: null,
    attempt: 0,
  })
  useEffect(() => {
    let isCurrent = true
    void callApi('GET', `/workshops/${workshopId}/plan-check`, { token, schema: PlanCheckResponse }).then(
      ({ problems }) => isCurrent && setDone({ problems, failure: null, attempt }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        if (isCurrent) setDone((before) => ({ ...before, failure: error.code, attempt }))
      },
    )
    return () => {
      isCurrent = false
    }
  }, [workshopId, token, attempt])
  const { problems, failure } = done
  const isChecking = done.attempt !== attempt
  return {
    problems,
    failure: isChecking ? null : failure,
    isChecking,
    checkAgain: () => setAttempt((before) => before + 1),
  }
}
