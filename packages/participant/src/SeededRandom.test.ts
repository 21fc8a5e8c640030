import { expect, it } from 'vitest'
import { SeededRandom } from './SeededRandom.ts'

it('gives the same numbers for the same seed and others for another', () => {
  const draw = (seed: number): number[] => {
    const random = new SeededRandom(seed)
    return Array.from({ length: 50 }, () => random.integer(0, 1000))
  }
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

it('keeps to its bounds and reaches both ends', () => {
  const random = new SeededRandom(1)
  const drawn = new Set(Array.from({ length: 500 }, () => random.integer(3, 7)))
  expect(Array.from(drawn).toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6])
})

it('shuffles without losing anything', () => {
  const list = Array.from({ length: 30 }, (_, at) => at)
  const shuffled = new SeededRandom(3).shuffle(list)
  expect(shuffled).not.toEqual(list)
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(list)
})
