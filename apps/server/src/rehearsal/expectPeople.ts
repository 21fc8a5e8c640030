import { nameKey, type AssignmentEntry } from '@tafelrunde/protocol'
import { personName, type ExpectedPerson } from '@tafelrunde/rehearsal'
import type { Group, GroupId, RunState } from '@tafelrunde/schema/plain'
import type { Seating } from '../seats/SeatingStore.ts'

/** Two show whether people get along with one another; more than five show nothing new. */
const FEWEST_PER_GROUP = 2
const MOST_PER_GROUP = 5

/** Of a group of which nobody knows how many come. */
const USUAL_PER_GROUP = 3

/** As many as one process plays without being felt by those who work on the server. */
const MOST_PEOPLE = 40

/** Entries that all devices together hold copies of: about 3 KB each, so that the process keeps to its memory. */
const MOST_COPIES = 60_000

/** Even on the largest boards there is somebody in a few groups. */
const FEWEST_PEOPLE = 6

/** What is known about who comes, and to what. */
export interface KnownPeople {
  readonly seating: Seating
  /** Seats of participants and scribes by group. */
  readonly seatsPerGroup: Readonly<Record<GroupId, number>>
  readonly seatsWithoutGroup: number
  /** Entries that one person opens at most: those of the common board and of the fullest board of a group. */
  readonly entriesPerPerson: number
}

/**
 * Whom a rehearsal plays: those who are on the list under their names, because the list is tried out with them, and as
 * many others as have seats already or fit into the groups. Pure.
 */
export function expectPeople(run: RunState, known: KnownPeople): readonly ExpectedPerson[] {
  const groups = run.groups.filter(({ kind }) => kind === 'group')
  const listed = listedPeople(known.seating.entries)
  const perGroup = groups.map((group) => peopleOf(run, group, { known, listed }))
  const names = nameGiver(run.workshop.language)
  return interleave([...perGroup, surplus(groups, known, listed.length)])
    .slice(0, mostPeople(known))
    .map((person) => (person.name === '' ? { ...person, name: names() } : person))
}

function mostPeople({ entriesPerPerson }: KnownPeople): number {
  const devices = Math.floor(MOST_COPIES / Math.max(1, entriesPerPerson))
  return Math.min(MOST_PEOPLE, Math.max(FEWEST_PEOPLE, devices))
}

/** Everybody whom the list names; somebody who stands on it twice comes once. Nobody is known of a whole organisation. */
function listedPeople(entries: readonly AssignmentEntry[]): readonly ExpectedPerson[] {
  const people = new Map<string, ExpectedPerson>()
  for (const { name, organisation, groupId } of entries) {
    const key = `${nameKey(name)}/${nameKey(organisation)}`
    if (name === '' || people.has(key)) continue
    people.set(key, { name, organisation, groupId: groupId as GroupId, isListed: true })
  }
  return Array.from(people.values())
}

function peopleOf(
  run: RunState,
  { id, maxSeats }: Group,
  { known, listed }: { readonly known: KnownPeople; readonly listed: readonly ExpectedPerson[] },
): readonly ExpectedPerson[] {
  const named = listed.filter(({ groupId }) => groupId === id).slice(0, MOST_PER_GROUP)
  const house = known.seating.entries.find((entry) => entry.name === '' && entry.groupId === id)?.organisation
  const fewest = Math.min(FEWEST_PER_GROUP, maxSeats ?? FEWEST_PER_GROUP)
  const expected = Math.max(named.length, known.seatsPerGroup[id] ?? 0) || (maxSeats ?? USUAL_PER_GROUP)
  const size = Math.min(MOST_PER_GROUP, Math.max(fewest, expected))
  // Where the moderators give the groups, somebody whom no line of the list concerns belongs to none before.
  const isFree = known.seating.mode === 'free'
  const others = Array.from({ length: Math.max(0, size - named.length) }, (_, at) => {
    if (house !== undefined) return { name: '', organisation: house, groupId: id, isListed: true }
    const organisation = run.workshop.organisations[at % Math.max(1, run.workshop.organisations.length)] ?? ''
    return { name: '', organisation: isFree ? organisation : '', groupId: isFree ? id : null, isListed: false }
  })
  return [...named, ...others]
}

/** People for whom the groups have no places, if all groups have a size. */
function surplus(
  groups: readonly Group[],
  { seatsPerGroup, seatsWithoutGroup }: KnownPeople,
  listed: number,
): readonly ExpectedPerson[] {
  const places = groups.reduce((sum, { maxSeats }) => sum + (maxSeats ?? Infinity), 0)
  const seated = Object.values(seatsPerGroup).reduce((sum, seats) => sum + seats, 0)
  const tooMany = Math.max(seated + seatsWithoutGroup, listed) - places
  const length = Math.min(MOST_PER_GROUP, Math.max(0, tooMany))
  return Array.from({ length }, () => ({ name: '', organisation: '', groupId: null, isListed: false }))
}

/** One of each list in turn, so that a bound leaves no group out before the others. */
function interleave<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat()
}

function nameGiver(language: 'de' | 'en'): () => string {
  let given = 0
  return () => {
    given += 1
    return personName(language, given)
  }
}
