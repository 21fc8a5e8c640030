import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixGroups, type Mix, type MixGroup, type MixPerson } from './mixGroups.ts'

const HOUSES = ['', 'BMI', 'BMWK', 'Land A', 'Land B'] as const

interface Wish {
  readonly people: readonly MixPerson[]
  readonly groups: readonly MixGroup[]
}

/** People, some pinned, and groups, some bounded. */
function wishes(most: { people: number; groups: number }): fc.Arbitrary<Wish> {
  return fc
    .record({
      sizes: fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), {
        minLength: 1,
        maxLength: most.groups,
      }),
      people: fc.array(fc.record({ house: fc.constantFrom(...HOUSES), pin: fc.integer({ min: 0, max: 11 }) }), {
        maxLength: most.people,
      }),
    })
    .map(({ sizes, people }) => ({
      groups: sizes.map((maxSeats, at) => ({ id: `g${at}`, maxSeats })),
      people: people.map(({ house, pin }, at) => ({
        id: `p${at}`,
        organisation: house,
        pinnedTo: pin < sizes.length ? `g${pin}` : null,
      })),
    }))
}

function sizesOf({ groupOf }: Pick<Mix, 'groupOf'>, groups: readonly MixGroup[]): readonly number[] {
  return groups.map(({ id }) => [...groupOf.values()].filter((group) => group === id).length)
}

function pairsOf(groupOf: ReadonlyMap<string, string>, people: readonly MixPerson[]): number {
  let pairs = 0
  for (const [at, a] of people.entries())
    for (const b of people.slice(at + 1)) {
      const isTogether = groupOf.has(a.id) && groupOf.get(a.id) === groupOf.get(b.id)
      if (isTogether && a.organisation !== '' && a.organisation === b.organisation) pairs += 1
    }
  return pairs
}

const unevenness = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size * size, 0)

/** The best that there is, by trying everything: most people placed, then most even, then fewest pairs. */
function bestOf({ people, groups }: Wish): { placed: number; uneven: number; pairs: number } {
  let best = { placed: -1, uneven: Infinity, pairs: Infinity }
  const groupOf = new Map<string, string>()
  for (const { id, pinnedTo } of people) if (pinnedTo !== null) groupOf.set(id, pinnedTo)
  const free = people.filter(({ pinnedTo }) => pinnedTo === null)
  const tryFrom = (at: number): void => {
    const person = free[at]
    if (!person) {
      const found = {
        placed: groupOf.size,
        uneven: unevenness(sizesOf({ groupOf }, groups)),
        pairs: pairsOf(groupOf, people),
      }
      const isBetter = found.placed - best.placed || best.uneven - found.uneven || best.pairs - found.pairs
      if (isBetter > 0) best = found
      return
    }
    for (const { id, maxSeats } of groups) {
      const size = [...groupOf.values()].filter((group) => group === id).length
      if (maxSeats !== null && size >= maxSeats) continue
      groupOf.set(person.id, id)
      tryFrom(at + 1)
      groupOf.delete(person.id)
    }
    tryFrom(at + 1)
  }
  tryFrom(0)
  return best
}

describe('mixGroups', () => {
  it('puts everybody into exactly one group, or says for whom there was no room', () => {
    fc.assert(
      fc.property(wishes({ people: 40, groups: 8 }), fc.integer(), (wish, seed) => {
        const { groupOf, unplaced } = mixGroups({ ...wish, seed })
        const everybody = [...groupOf.keys(), ...unplaced].toSorted()
        expect(everybody).toEqual(wish.people.map(({ id }) => id).toSorted())
        const known = new Set(wish.groups.map(({ id }) => id))
        for (const group of groupOf.values()) expect(known.has(group)).toBe(true)
        if (unplaced.length === 0) return
        for (const [at, size] of sizesOf({ groupOf }, wish.groups).entries())
          expect(size).toBeGreaterThanOrEqual(wish.groups[at]?.maxSeats ?? Infinity)
      }),
    )
  })

  it('keeps limits and pinned people, and makes the other groups differ by one at most', () => {
    fc.assert(
      fc.property(wishes({ people: 40, groups: 8 }), fc.integer(), (wish, seed) => {
        const mix = mixGroups({ ...wish, seed })
        for (const { id, pinnedTo } of wish.people) if (pinnedTo) expect(mix.groupOf.get(id)).toBe(pinnedTo)
        const rooms = wish.groups.map((group, at) => {
          const pinned = wish.people.filter(({ pinnedTo }) => pinnedTo === group.id).length
          return { pinned, max: group.maxSeats ?? Infinity, size: sizesOf(mix, wish.groups)[at] ?? 0 }
        })
        for (const { pinned, max, size } of rooms) expect(size).toBeLessThanOrEqual(Math.max(pinned, max))
        const growing = rooms.filter(({ size, max }) => size < max).map(({ size }) => size)
        const filled = rooms.filter(({ size, pinned }) => size > pinned).map(({ size }) => size)
        if (growing.length > 0 && filled.length > 0)
          expect(Math.max(...filled) - Math.min(...growing)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('leaves no pair of one house together that could be apart', () => {
    fc.assert(
      fc.property(wishes({ people: 6, groups: 3 }), fc.integer(), (wish, seed) => {
        const mix = mixGroups({ ...wish, seed })
        expect({
          placed: mix.groupOf.size,
          uneven: unevenness(sizesOf(mix, wish.groups)),
          pairs: pairsOf(mix.groupOf, wish.people),
        }).toEqual(bestOf(wish))
        expect(mix.together.length > 0).toBe(pairsOf(mix.groupOf, wish.people) > 0)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same mix for the same seed, and others for others', () => {
    const people = Array.from({ length: 24 }, (_, at) => ({
      id: `p${at}`,
      organisation: `Land ${at % 8}`,
      pinnedTo: null,
    }))
    const groups = ['a', 'b', 'c', 'd'].map((id) => ({ id, maxSeats: null }))
    const mixOf = (seed: number) => {
      const { groupOf } = mixGroups({ people, groups, seed })
      return people.map(({ id }) => groupOf.get(id)).join('')
    }
    expect(mixOf(7)).toBe(mixOf(7))
    expect(new Set(Array.from({ length: 20 }, (_, seed) => mixOf(seed))).size).toBeGreaterThan(15)
  })

  it('names the houses that are too many for the groups', () => {
    const people = ['BMI', 'bmi', 'BMI ', 'BMWK'].map((organisation, at) => ({
      id: `p${at}`,
      organisation,
      pinnedTo: null,
    }))
    const groups = ['a', 'b'].map((id) => ({ id, maxSeats: null }))
    expect(mixGroups({ people, groups, seed: 1 }).together).toMatchObject([{ people: 3 }])
  })

  it('mixes a full workshop in a moment', () => {
    const people = Array.from({ length: 500 }, (_, at) => ({
      id: `p${at}`,
      organisation: `Haus ${(at * 7) % 60}`,
      pinnedTo: at % 9 === 0 ? `g${at % 12}` : null,
    }))
    const groups = Array.from({ length: 12 }, (_, at) => ({ id: `g${at}`, maxSeats: 50 }))
    const startedAt = performance.now()
    const mix = mixGroups({ people, groups, seed: 3 })
    expect(mix.unplaced).toEqual([])
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })
})
