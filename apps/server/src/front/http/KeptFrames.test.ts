import { expect, it } from 'vitest'
import { KeptFrames } from './KeptFrames.ts'

const frame = (value: number): Uint8Array => Uint8Array.of(value, value)

it('[T12] keeps frames until they are confirmed, and counts what it keeps', () => {
  const kept = new KeptFrames()
  for (const value of [1, 2, 3, 4]) kept.add(frame(value))
  expect(kept.after(0)).toEqual([1, 2, 3, 4].map(frame))
  expect(kept.confirm(2)).toBe(true)
  expect([kept.bytes, kept.last]).toEqual([4, 4])
  expect(kept.after(2)).toEqual([3, 4].map(frame))
  expect(kept.after(3)).toEqual([frame(4)])
  kept.add(frame(5))
  expect(kept.after(4)).toEqual([frame(5)])
})

it('[T12] refuses to confirm what was never there or what is gone, and gives what is left to an answer that is behind', () => {
  const kept = new KeptFrames()
  for (const value of [1, 2, 3]) kept.add(frame(value))
  expect(kept.confirm(4)).toBe(false)
  expect(kept.confirm(2)).toBe(true)
  expect(kept.confirm(1)).toBe(false)
  expect(kept.after(1)).toEqual([frame(3)])
  kept.clear()
  expect([kept.bytes, kept.last, kept.after(0).length]).toEqual([0, 3, 0])
})
