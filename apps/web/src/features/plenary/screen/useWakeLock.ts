import { useEffect } from 'react'

/** Keeps the display awake while this page is visible, where the browser allows it (secure contexts only). */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isGone = false
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const next = await navigator.wakeLock.request('screen')
        if (isGone) await next.release()
        else lock = next
      } catch {
        // Battery saver or policy: the picture stays, the display may dim.
      }
    }
    const onVisible = (): void => void hold()
    void hold()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [])
}
