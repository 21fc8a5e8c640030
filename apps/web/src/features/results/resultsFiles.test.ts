import { expect, it } from 'vitest'
import { resultsFileName } from './resultsFiles.ts'

const day = new Date(2022, 2, 3)

it.each([
  ['OZG-Marketing', 'OZG-Marketing_2022-03-03.csv'],
  ['Kommunen: Was nun? 1/2', 'Kommunen-Was-nun-1-2_2022-03-03.csv'],
  ['  Bürgerämter „online“  ', 'Bürgerämter-„online“_2022-03-03.csv'],
  ['../..', 'Workshop_2022-03-03.csv'],
  ['', 'Workshop_2022-03-03.csv'],
])('%j becomes %s', (title, name) => {
  expect(resultsFileName(title, 'csv', day)).toBe(name)
})
