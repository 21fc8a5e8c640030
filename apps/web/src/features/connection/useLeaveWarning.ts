import { useEffect } from 'react'
import type { ConnectionState } from '../../sync/connectionState.ts'

/** Makes the browser ask before the page is left while the server does not have everything. */
export function useLeaveWarning({ waiting, lamp }: Pick<ConnectionState, 'waiting' | 'lamp'>): void {
  const hasUnsent = waiting > 0 && lamp !== 'saved'
  useEffect(() => {
    if (!hasUnsent) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [hasUnsent])
}
