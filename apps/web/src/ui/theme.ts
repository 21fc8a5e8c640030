import { useSyncExternalStore } from 'react'

/** Looks a person can choose; `system` follows the device. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'tafelrunde.theme'
const listeners = new Set<() => void>()
let current: Theme = 'system'

function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value)
}

function show(theme: Theme): void {
  current = theme
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  for (const listener of listeners) listener()
}

/** Apply the stored look; called once before the first paint. */
export function startTheme(): void {
  const stored = localStorage.getItem(KEY)
  show(isTheme(stored) ? stored : 'system')
  addEventListener('storage', (event) => {
    if (event.key === KEY) show(isTheme(event.newValue) ? event.newValue : 'system')
  })
}

/** Choose a look and keep it on this device. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme)
  show(theme)
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
