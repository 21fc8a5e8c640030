import { useEffect } from 'react'

/** By then everything that the page shows has been loaded, fonts included. */
const settleMs = 4_000

/**
 * Keeps the program of this page on the device, so that a reload without a network finds it. Only where browsers allow
 * it (https, localhost); elsewhere a reload needs the network, and everything else works the same.
 */
export function useKeptProgram(workshopId: string, isShown: boolean): void {
  useEffect(() => {
    if (!isShown || !('serviceWorker' in navigator)) return undefined
    // Private windows and policies forbid it: then there is simply no copy.
    const wait = setTimeout(() => void keepProgram(workshopId).catch(() => undefined), settleMs)
    return () => clearTimeout(wait)
  }, [workshopId, isShown])
}

async function keepProgram(workshopId: string): Promise<void> {
  const page = `/w/${workshopId}/screen`
  await navigator.serviceWorker.register('/screenWorker.js', { scope: page })
  const { active } = await navigator.serviceWorker.ready
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
  active?.postMessage({ page, files: [...new Set(files)] })
}
