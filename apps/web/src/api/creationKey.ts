const storageName = 'tafelrunde.creationToken'

/** The token that lets this device create workshops, from the setup link or pasted; null without one. */
export function readCreationKey(): string | null {
  return localStorage.getItem(storageName)
}

/** Keep the token on this device, or forget it with null. */
export function storeCreationKey(token: string | null): void {
  if (token === null) localStorage.removeItem(storageName)
  else localStorage.setItem(storageName, token)
}
