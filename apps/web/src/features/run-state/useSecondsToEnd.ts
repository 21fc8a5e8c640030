import type { SoftEnd } from '@tafelrunde/schema'
import { useEffect, useState } from 'react'

/** The clock may be corrected while we wait, so nobody sleeps longer. */
const MAX_WAIT_MS = 5_000

/** Whole seconds until writing ends, once the time is up; null before, and where nothing ends. */
export function secondsToEnd(end: SoftEnd | null, now: number): number | null {
  if (!end || now < end.announcedAt) return null
  return Math.max(0, Math.ceil((end.closesAt - now) / 1000))
}

/** `secondsToEnd`, kept up to date; sleeps until there is something to say. */
export function useSecondsToEnd(end: SoftEnd | null, now: () => number): number | null {
  const [seconds, setSeconds] = useState<number | null>(null)
  const { announcedAt, closesAt } = end ?? { announcedAt: 0, closesAt: 0 }
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = (): void => {
      const left = closesAt === 0 ? null : secondsToEnd({ announcedAt, closesAt }, now())
      setSeconds(left)
      if (closesAt !== 0) timer = setTimeout(tick, left === null ? Math.min(announcedAt - now(), MAX_WAIT_MS) : 250)
    }
    tick()
    return () => clearTimeout(timer)
  }, [announcedAt, closesAt, now])
  return end ? seconds : null
}
