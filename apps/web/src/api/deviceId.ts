import { newId } from '@tafelrunde/schema/plain'

const KEY = 'tafelrunde.device'

/** Random, and only there so that checking twice counts once. */
export function deviceId(): string {
  const known = localStorage.getItem(KEY)
  if (known && /^[A-Za-z][\w-]{21}$/.test(known)) return known
  const fresh = newId<string>()
  try {
    localStorage.setItem(KEY, fresh)
  } catch {
    // A full storage counts this device twice.
  }
  return fresh
}

/** From now on this device counts as another one. */
export function forgetDeviceId(): void {
  localStorage.removeItem(KEY)
}
