import { expect, it } from 'vitest'
import { freshMs, isFresh, noteFirstSeen } from './freshEntries.ts'

const opened = 1_000_000

it('marks what arrives later for a minute, not what was there before', () => {
  const first = noteFirstSeen(null, ['a/1'], opened)
  const later = noteFirstSeen(first, ['a/1', 'b/1'], opened + 5_000)
  expect(isFresh(later, 'a/1', opened + 5_000)).toBe(false)
  expect(isFresh(later, 'b/1', opened + 5_000)).toBe(true)
  expect(isFresh(later, 'b/1', opened + 5_000 + freshMs)).toBe(false)
})

it('does not mark an entry anew that only changed', () => {
  const first = noteFirstSeen(noteFirstSeen(null, [], opened), ['a/1'], opened)
  const again = noteFirstSeen(first, ['a/1'], opened + freshMs)
  expect(isFresh(again, 'a/1', opened + freshMs)).toBe(false)
})
