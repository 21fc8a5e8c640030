import { expect, test } from 'vitest'
import { presenceEntry, presenceFrame } from '../frames.ts'
import { Echoes, entriesOf } from './Echoes.ts'

type Entry = readonly [clientId: number, clock: number, state: string]

const message = (...entries: readonly Entry[]): Uint8Array =>
  presenceFrame(
    '',
    entries.map((entry) => presenceEntry(...entry)),
  ).subarray(1)

function anEchoOf(...entries: readonly Entry[]): Echoes {
  const echoes = new Echoes()
  const told = message(...entries)
  echoes.tell(entriesOf(told)!, told.length)
  return echoes
}

test('[Y9] what a client was told is an echo, what is newer or about somebody else is not', () => {
  const echoes = anEchoOf([1, 5, '{"a":1}'], [2, 3, '{}'])
  expect(echoes.has(message([3, 1, '{}']))).toBe(false)
  expect(echoes.has(message([1, 6, '{"a":2}']))).toBe(false)
  expect(echoes.has(message([1, 5, '{"a":1}'], [2, 4, '{}']))).toBe(false)
  expect(echoes.has(message([1, 5, '{"a":1}'], [2, 2, '{}']))).toBe(true)
})

test('[Y9] that somebody left is passed on, and afterwards they are news again', () => {
  const echoes = anEchoOf([1, 5, '{}'])
  expect(echoes.has(message([1, 5, 'null']))).toBe(false)
  const gone = message([1, 5, 'null'])
  echoes.tell(entriesOf(gone)!, gone.length)
  expect(echoes.has(message([1, 5, '{}']))).toBe(false)
})

test('[Y9] a client repeats no more than it was told: the rest is counted as its own', () => {
  const echoes = anEchoOf([1, 5, JSON.stringify('x'.repeat(100))])
  const echo = message([1, 5, JSON.stringify('x'.repeat(100))])
  expect([1, 2, 3].map(() => echoes.has(echo))).toEqual([true, false, false])
  expect(echoes.has(message([1, 5, JSON.stringify('x'.repeat(1_000))]))).toBe(false)
})

test.each([[[1]], [[1, 0]], [[1, 5, 200, 1, 1]], [[1, 3, 1, 255, 255]]])(
  '%j is left to those who refuse it',
  (bytes) => {
    expect(entriesOf(new Uint8Array(bytes)) ?? []).toEqual([])
    expect(anEchoOf([1, 5, '{}']).has(new Uint8Array(bytes))).toBe(false)
  },
)
