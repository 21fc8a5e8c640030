import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('every rule of SPEC.md is quoted by a test, and tests quote no other rules', () => {
  const folder = new URL('../', import.meta.url)
  const spec = readFileSync(new URL('SPEC.md', folder), 'utf8')
  const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => String(match[1]))
  const tests = globSync('src/**/*.test.ts', { cwd: folder }).map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const quoted = new Set(
    tests.flatMap((text) => [...text.matchAll(/'\[([A-Z]\d+)\]/g)].map((match) => String(match[1]))),
  )
  expect([...quoted].toSorted()).toEqual(rules.toSorted())
  expect(new Set(rules).size).toBe(rules.length)
})
