import { useEffect, useState } from 'react'

/** A minute is told five seconds late at most. */
const INTERVAL_MS = 5_000

/** Whole minutes of server time since a moment; null without one. */
export function useMinutesSince(at: number | null, serverNow: () => number): number | null {
  const [now, setNow] = useState(serverNow)
  const isAsked = at !== null
  useEffect(() => {
    if (!isAsked) return undefined
    const interval = setInterval(() => setNow(serverNow()), INTERVAL_MS)
    return () => clearInterval(interval)
  }, [isAsked, serverNow])
  return at === null ? null : Math.max(0, Math.floor((now - at) / 60_000))
}
