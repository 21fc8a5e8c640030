import { useEffect, useState } from 'react'

/** Parts change by the minute; five seconds late is not seen, a render per second would be felt. */
const INTERVAL_MS = 5_000

/** Renders again every few seconds, for what depends on the time but shows no clock. */
export function useMinute(): void {
  const [, tick] = useState(0)
  useEffect(() => {
    const interval = setInterval(() => tick((count) => count + 1), INTERVAL_MS)
    return () => clearInterval(interval)
  }, [])
}
