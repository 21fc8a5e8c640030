import { expect, test } from 'vitest'
import { linesOf } from './linesOf.ts'

test('each line of a pasted list becomes a note without its bullet', () => {
  expect(linesOf('- eins\r\n• zwei\n\n  3. drei\n*fett* bleibt')).toEqual(['eins', 'zwei', 'drei', '*fett* bleibt'])
})

test('a year at the start of a line is not taken for a number of a list', () => {
  expect(linesOf('2022. Ein gutes Jahr')).toEqual(['2022. Ein gutes Jahr'])
})
