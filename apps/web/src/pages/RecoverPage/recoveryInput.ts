const ID = /^[A-Za-z][A-Za-z0-9_-]{21}$/

/** The workshop that a pasted address (or id) names, or null. */
export function workshopIdIn(input: string): string | null {
  const text = input.trim()
  if (ID.test(text)) return text
  const id = /\/w\/([^/?#\s]+)/.exec(text)?.[1] ?? ''
  return ID.test(id) ? id : null
}

/** The code with the look-alikes of Crockford's base32 resolved, in groups of four; null if it cannot be one. */
export function normaliseCode(input: string): string | null {
  const code = input.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? code.replace(/(.{4})(?=.)/g, '$1-') : null
}
