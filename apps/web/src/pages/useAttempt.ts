import { useCallback } from 'react'
import { ApiError } from '../api/callApi.ts'
import { errorText } from '../i18n/errorText.ts'
import { useText } from '../i18n/useText.ts'
import { showToast } from '../ui/Toast.tsx'

/** Makes a change; says `done` or what went wrong. False if it failed; what is not the server's answer is thrown on. */
export type Attempt = (change: () => Promise<unknown>, done?: string) => Promise<boolean>

/** How moderators' changes are made: a colleague who was faster is news and no problem. */
export function useAttempt(): Attempt {
  const t = useText()
  return useCallback(
    async (change, done) => {
      try {
        await change()
        if (done) showToast({ text: done })
        return true
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        const isConflict = error.code === 'step.conflict'
        const text = isConflict ? t.cockpit.conflict : t.cockpit.failed({ problem: errorText(t, error.code) })
        showToast({ text, kind: isConflict ? 'info' : 'problem' })
        return false
      }
    },
    [t],
  )
}
