import { describe, expect, it } from 'vitest'
import { planSends, seededRandom } from './planSends.ts'

const phases = [
  { name: 'slow', editsPerClientPerSecond: 2, seconds: 3, isMeasured: false },
  { name: 'fast', editsPerClientPerSecond: 10, seconds: 2, isMeasured: true },
]

describe('planSends', () => {
  it('gives every writer its rate in every phase, in order of time', () => {
    const sends = planSends(phases, 4, seededRandom(1))
    expect(sends.filter(({ writer, phase }) => writer === 3 && phase === 0)).toHaveLength(6)
    expect(sends.filter(({ writer, phase }) => writer === 3 && phase === 1)).toHaveLength(20)
    expect(sends.map(({ atMs }) => atMs)).toEqual(sends.map(({ atMs }) => atMs).toSorted((one, other) => one - other))
    expect(sends.filter(({ phase, atMs }) => (phase === 0) !== atMs < 3000)).toEqual([])
  })

  it('plans the same for the same seed', () => {
    expect(planSends(phases, 4, seededRandom(5))).toEqual(planSends(phases, 4, seededRandom(5)))
    expect(planSends(phases, 4, seededRandom(5))).not.toEqual(planSends(phases, 4, seededRandom(6)))
  })
})
