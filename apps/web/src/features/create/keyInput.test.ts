import { expect, it } from 'vitest'
import { readKeyInput } from './keyInput.ts'

const token = 'Zm9vYmFyYmF6cXV4cXV1eA'

it.each([
  [`https://tafel.example.org/setup#${token}`, { type: 'setup', token }],
  [`  http://localhost:3000/setup#${token}\n`, { type: 'setup', token }],
  [` ${token} `, { type: 'key', token }],
  [`https://tafel.example.org/join#${token}`, null],
  ['hallo', null],
  ['', null],
])('%j', (text, expected) => {
  expect(readKeyInput(text)).toEqual(expected)
})
