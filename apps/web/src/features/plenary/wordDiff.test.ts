import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './wordDiff.ts'

const text = fc
  .array(fc.constantFrom('Die', 'PIN', 'fehlt', 'nie', ' ', '\n'), { maxLength: 30 })
  .map((words) => words.join(' '))

test('both texts can be read from it, whatever they are', () => {
  fc.assert(
    fc.property(text, text, (before, now) => {
      const runs = wordDiff(before, now)
      const read = (kind: 'gone' | 'new') =>
        runs
          .filter((run) => run.kind === 'same' || run.kind === kind)
          .map((run) => run.text)
          .join('')
      expect(read('gone')).toBe(before)
      expect(read('new')).toBe(now)
    }),
  )
})

test('only what differs is marked', () => {
  expect(wordDiff('Die PIN fehlt', 'Die neue PIN fehlt')).toEqual([
    { kind: 'same', text: 'Die ' },
    { kind: 'new', text: 'neue ' },
    { kind: 'same', text: 'PIN fehlt' },
  ])
  const long = 'Wort '.repeat(700)
  expect(wordDiff(long, 'kurz').map(({ kind }) => kind)).toEqual(['gone', 'new'])
})
