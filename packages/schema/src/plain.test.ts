import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as index from './index.ts'
import * as plain from './plain.ts'

/** Every module that a module loads at run time; type imports load nothing. */
function loadedFrom(url: URL, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(url.href)) return seen
  seen.add(url.href)
  const source = readFileSync(url, 'utf8')
  for (const [, typeOnly, names, specifier] of source.matchAll(
    /^(?:import|export)( type)? ([^;]*?)from '([^']+)'/gms,
  )) {
    const isTypeOnly =
      typeOnly ||
      (names?.startsWith('{') &&
        names
          .replace(/[{}\s]/g, '')
          .split(',')
          .filter(Boolean)
          .every((name) => name.startsWith('type')))
    if (isTypeOnly) continue
    if (specifier?.startsWith('.')) loadedFrom(new URL(specifier, url), seen)
    else seen.add(specifier ?? '')
  }
  return seen
}

test('the plain entry loads no yjs, so that the join page and the protocol can use it', () => {
  const loaded = loadedFrom(new URL('plain.ts', import.meta.url))
  expect(loaded).toContain('fractional-indexing')
  expect(loaded).not.toContain('yjs')
  expect(loadedFrom(new URL('index.ts', import.meta.url))).toContain('yjs')
})

test('the whole surface has everything of the plain one', () => {
  expect(Object.keys(index)).toEqual(expect.arrayContaining(Object.keys(plain)))
})
