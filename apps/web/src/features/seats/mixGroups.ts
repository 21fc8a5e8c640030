import { nameKey } from '@tafelrunde/protocol'
import { seededRandom, shuffled, type Random } from './seededRandom.ts'

/** Somebody to be mixed; who has `pinnedTo` stays there and counts. */
export interface MixPerson {
  readonly id: string
  readonly organisation: string
  readonly pinnedTo: string | null
}

/** A group to mix into; `maxSeats` null: no bound. Pinned people may exceed it. */
export interface MixGroup {
  readonly id: string
  readonly maxSeats: number | null
}

/** People of one house that cannot all be kept apart. */
export interface Together {
  readonly organisation: string
  readonly people: number
}

/** A mix before anybody has moved. */
export interface Mix {
  readonly groupOf: ReadonlyMap<string, string>
  /** For whom no group had room. */
  readonly unplaced: readonly string[]
  readonly together: readonly Together[]
}

/** Equal sizes come before houses apart: more than all pairs that 500 people can make. */
const UNEVEN_COST = 1_000_000
/** Nobody stays without a group while one has room: more than the most uneven mix of 500. */
const OUTSIDE_COST = 1_000_000_000
/** Where those are for whom no group has room; who stands there is chosen so that the others sit well. */
const OUTSIDE: MixGroup = { id: '', maxSeats: null }

/**
 * Put people into groups of equal size (as far as limits and pinned people allow) such that as few as possible share a
 * group with their own house. Pure; the same seed gives the same mix.
 *
 * Each person goes by the cheapest chain of moves that makes room (successive shortest paths of a minimum-cost flow
 * with convex costs), so there is no better mix than the one that is found; chance decides among equally good ones.
 */
export function mixGroups(wish: {
  readonly people: readonly MixPerson[]
  readonly groups: readonly MixGroup[]
  readonly seed: number
}): Mix {
  const random = seededRandom(wish.seed)
  const table = new SeatingTable([...shuffled(wish.groups, random), OUTSIDE], wish.people)
  const free = shuffled(
    wish.people.filter(({ pinnedTo }) => !table.isGroup(pinnedTo)),
    random,
  )
  for (const person of free) table.add(person)
  const groupOf = new Map(table.deal(free))
  const unplaced = free.filter(({ id }) => groupOf.get(id) === OUTSIDE.id).map(({ id }) => id)
  for (const id of unplaced) groupOf.delete(id)
  for (const { id, pinnedTo } of wish.people) if (table.isGroup(pinnedTo)) groupOf.set(id, pinnedTo)
  stir(groupOf, { people: free.filter(({ id }) => groupOf.has(id)), all: wish.people, random })
  return { groupOf, unplaced, together: togetherIn(groupOf, wish.people) }
}

/** How many people of each house are in each group, and how they can be moved on. */
class SeatingTable {
  readonly #groups: readonly MixGroup[]
  readonly #houses: readonly string[]
  /** People per house and group, pinned ones included; of them those who may move. */
  readonly #members: number[][]
  readonly #movable: number[][]
  readonly #sizes: number[]

  constructor(groups: readonly MixGroup[], people: readonly MixPerson[]) {
    this.#groups = groups
    this.#houses = [...new Set(people.map(houseOf))]
    this.#members = this.#houses.map(() => groups.map(() => 0))
    this.#movable = this.#houses.map(() => groups.map(() => 0))
    this.#sizes = groups.map(() => 0)
    for (const person of people) {
      const group = groups.findIndex(({ id }) => id === person.pinnedTo)
      if (group >= 0) this.#change(this.#members, { house: this.#houseAt(person), group }, 1)
    }
  }

  isGroup(id: string | null): id is string {
    return id !== OUTSIDE.id && this.#groups.some((group) => group.id === id)
  }

  /** Seat one more person, moving others on where that is better for all. */
  add(person: MixPerson): void {
    for (const { house, group, by } of this.#cheapestPath(this.#houseAt(person))) {
      this.#change(this.#members, { house, group }, by)
      this.#change(this.#movable, { house, group }, by, false)
    }
  }

  /** Names for the numbers: which of a house's people sits in which of its groups. */
  *deal(people: readonly MixPerson[]): Generator<readonly [string, string]> {
    for (const person of people) {
      const counts = this.#movable[this.#houseAt(person)] as number[]
      const group = counts.findIndex((count) => count > 0)
      counts[group] = (counts[group] as number) - 1
      yield [person.id, (this.#groups[group] as MixGroup).id]
    }
  }

  /** From a house to a group with room: into groups at what one more costs there, out of them at what one less saves. */
  #cheapestPath(from: number): readonly { house: number; group: number; by: 1 | -1 }[] {
    const toHouse = this.#houses.map(() => Infinity)
    const toGroup = this.#groups.map(() => Infinity)
    const cameFrom = { house: this.#houses.map(() => -1), group: this.#groups.map(() => -1) }
    toHouse[from] = 0
    const queue = [from]
    for (let house = queue.shift(); house !== undefined; house = queue.shift()) {
      for (let group = 0; group < this.#groups.length; group += 1) {
        const cost = (toHouse[house] as number) + this.#oneMore(house, group)
        if (cost >= (toGroup[group] as number)) continue
        toGroup[group] = cost
        cameFrom.group[group] = house
        for (let other = 0; other < this.#houses.length; other += 1) {
          if (other === house || (this.#movable[other]?.[group] ?? 0) === 0) continue
          const onwards = cost - this.#oneLess(other, group)
          if (onwards >= (toHouse[other] as number)) continue
          toHouse[other] = onwards
          cameFrom.house[other] = group
          if (!queue.includes(other)) queue.push(other)
        }
      }
    }
    return this.#pathTo(this.#cheapestEnd(toGroup), { from, cameFrom })
  }

  #cheapestEnd(toGroup: readonly number[]): number {
    let best = -1
    let bestCost = Infinity
    for (const [group, { maxSeats }] of this.#groups.entries()) {
      const size = this.#sizes[group] as number
      if (maxSeats !== null && size >= maxSeats) continue
      const cost = (toGroup[group] as number) + (this.#isOutside(group) ? OUTSIDE_COST : size * UNEVEN_COST)
      if (cost >= bestCost) continue
      best = group
      bestCost = cost
    }
    return best
  }

  #pathTo(
    end: number,
    way: { from: number; cameFrom: { house: readonly number[]; group: readonly number[] } },
  ): readonly { house: number; group: number; by: 1 | -1 }[] {
    const path: { house: number; group: number; by: 1 | -1 }[] = []
    for (let group = end; ;) {
      const house = way.cameFrom.group[group] as number
      path.push({ house, group, by: 1 })
      if (house === way.from) return path
      group = way.cameFrom.house[house] as number
      path.push({ house, group, by: -1 })
    }
  }

  #oneMore(house: number, group: number): number {
    return this.#isIndifferent(house, group) ? 0 : (this.#members[house]?.[group] ?? 0)
  }

  #oneLess(house: number, group: number): number {
    return this.#isIndifferent(house, group) ? 0 : (this.#members[house]?.[group] ?? 0) - 1
  }

  /** People who have not said where they come from are nobody's colleagues, and outside nobody is together. */
  #isIndifferent(house: number, group: number): boolean {
    return this.#houses[house] === '' || this.#isOutside(group)
  }

  #isOutside(group: number): boolean {
    return this.#groups[group] === OUTSIDE
  }

  #houseAt(person: MixPerson): number {
    return this.#houses.indexOf(houseOf(person))
  }

  #change(counts: number[][], at: { house: number; group: number }, by: number, isSize = true): void {
    const row = counts[at.house] as number[]
    row[at.group] = (row[at.group] as number) + by
    if (isSize) this.#sizes[at.group] = (this.#sizes[at.group] as number) + by
  }
}

/** Exchange people at random as long as that brings no house closer together: the first mix is not the only good one. */
function stir(
  groupOf: Map<string, string>,
  { people, all, random }: { people: readonly MixPerson[]; all: readonly MixPerson[]; random: Random },
): void {
  const counts = new Map<string, number>()
  const key = (person: MixPerson, group: string): string => `${group} ${houseOf(person)}`
  const count = (person: MixPerson, group: string): number =>
    houseOf(person) === '' ? 0 : (counts.get(key(person, group)) ?? 0)
  const move = (person: MixPerson, from: string, to: string): void => {
    counts.set(key(person, from), (counts.get(key(person, from)) ?? 0) - 1)
    counts.set(key(person, to), (counts.get(key(person, to)) ?? 0) + 1)
    groupOf.set(person.id, to)
  }
  for (const person of all) {
    const group = groupOf.get(person.id)
    if (group !== undefined) counts.set(key(person, group), (counts.get(key(person, group)) ?? 0) + 1)
  }
  for (let turn = people.length * 10; turn > 0; turn -= 1) {
    const [a, b] = [people[random(people.length)], people[random(people.length)]] as [MixPerson, MixPerson]
    const [from, to] = [groupOf.get(a.id), groupOf.get(b.id)] as [string, string]
    if (from === to) continue
    const closer =
      houseOf(a) === houseOf(b)
        ? 0
        : count(a, to) - Math.max(0, count(a, from) - 1) + count(b, from) - Math.max(0, count(b, to) - 1)
    if (closer > 0) continue
    move(a, from, to)
    move(b, to, from)
  }
}

function togetherIn(groupOf: ReadonlyMap<string, string>, people: readonly MixPerson[]): readonly Together[] {
  const houses = new Map<string, { organisation: string; groups: string[] }>()
  for (const person of people) {
    const group = groupOf.get(person.id)
    if (group === undefined || houseOf(person) === '') continue
    const house = houses.get(houseOf(person)) ?? { organisation: person.organisation, groups: [] }
    house.groups.push(group)
    houses.set(houseOf(person), house)
  }
  return [...houses.values()]
    .filter(({ groups }) => new Set(groups).size < groups.length)
    .map(({ organisation, groups }) => ({ organisation, people: groups.length }))
}

function houseOf({ organisation }: Pick<MixPerson, 'organisation'>): string {
  return nameKey(organisation)
}
