import { expect, test } from 'vitest'
import { mapCaret } from './mapCaret.ts'

test('text inserted before the caret moves it along', () => {
  expect(mapCaret('Gründende', 'Alle Gründende', 4)).toBe(9)
})

test('text changed behind the caret leaves it', () => {
  expect(mapCaret('Gründende', 'Gründende und Freie', 4)).toBe(4)
})

test('a caret inside of what was deleted goes to its start', () => {
  expect(mapCaret('abcdef', 'af', 3)).toBe(1)
})
