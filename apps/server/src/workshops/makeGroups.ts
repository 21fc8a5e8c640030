import {
  newId,
  normaliseLine,
  normaliseText,
  type Group,
  type GroupId,
  type TargetGroup,
  type TargetGroupId,
} from '@tafelrunde/schema/plain'

/** What the creator says about a group. */
export interface GroupWish {
  readonly name: string
  readonly topic?: string | undefined
  readonly maxSeats?: number | undefined
  readonly targetGroup?: string | undefined
}

/** The palette has twelve colours; the last, a plain grey-blue, is the common board's alone. */
const COLOURS = 11
const COMMON_COLOUR = 11

/** The letter of the common board; groups skip it. */
const COMMON_LETTER = 'P'
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').filter((letter) => letter !== COMMON_LETTER)

/** The letter of the group at a place in the list: A … Z without P, then AA, AB … */
export function groupLetter(at: number): string {
  const last = LETTERS[at % LETTERS.length] as string
  return at < LETTERS.length ? last : `${groupLetter(Math.floor(at / LETTERS.length) - 1)}${last}`
}

/** Names for groups of which only the number is known. */
export function numberedGroups(count: number, language: 'de' | 'en'): readonly GroupWish[] {
  const word = language === 'de' ? 'Gruppe' : 'Group'
  return Array.from({ length: count }, (_, at) => ({ name: `${word} ${groupLetter(at)}` }))
}

/** The group that everybody belongs to. */
export function makeCommonGroup(language: 'de' | 'en'): Group {
  const name = language === 'de' ? 'Gemeinsame Tafel' : 'Common board'
  return { ...emptyGroup(), kind: 'common', letter: COMMON_LETTER, colour: COMMON_COLOUR, name, topic: '' }
}

/** A group at its place in the list; its target group is taken from `targetGroups` by title. */
export function makeGroup(wish: GroupWish, at: number, targetGroups: readonly TargetGroup[]): Group {
  const title = wish.targetGroup === undefined ? null : normaliseLine(wish.targetGroup)
  return {
    ...emptyGroup(),
    letter: groupLetter(at),
    colour: at % COLOURS,
    name: normaliseLine(wish.name),
    topic: normaliseText(wish.topic ?? ''),
    maxSeats: wish.maxSeats ?? null,
    targetGroupId: targetGroups.find((targetGroup) => targetGroup.title === title)?.id ?? null,
  }
}

/** The distinct target groups that a list of groups names, in the order of their first mention. */
export function targetGroupsOf(wishes: readonly GroupWish[]): readonly TargetGroup[] {
  const titles = wishes.flatMap(({ targetGroup }) => (targetGroup === undefined ? [] : [normaliseLine(targetGroup)]))
  return [...new Set(titles)].map((title) => ({ id: newId<TargetGroupId>(), title }))
}

function emptyGroup(): Group {
  return {
    id: newId<GroupId>(),
    kind: 'group',
    letter: '',
    colour: 0,
    name: '',
    topic: '',
    maxSeats: null,
    targetGroupId: null,
    isLocked: false,
    lockedCanvasIds: [],
  }
}
