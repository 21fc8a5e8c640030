/** What somebody pasted to be allowed to create workshops. */
export type KeyInput = { readonly type: 'key' | 'setup'; readonly token: string }

/** Reads a creation key, or the token of a setup link (`…/setup#token`); null for anything else. */
export function readKeyInput(text: string): KeyInput | null {
  const trimmed = text.trim()
  const setup = /\/setup#([\w-]{20,80})$/.exec(trimmed)?.[1]
  if (setup) return { type: 'setup', token: setup }
  return /^[\w-]{20,80}$/.test(trimmed) ? { type: 'key', token: trimmed } : null
}
