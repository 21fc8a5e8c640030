import { useEffect, useState } from 'react'

/** Server time, renewed every `everyMs`; the device's clock may be wrong by `clockOffsetMs`. */
export function useNow(clockOffsetMs: number, everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const interval = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(interval)
  }, [everyMs])
  return now + clockOffsetMs
}
