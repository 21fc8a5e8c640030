import type { CreateWorkshopRequest } from '@tafelrunde/protocol'
import { pointInTime } from './zonedTime.ts'

/** A group as the form holds it; an empty name gets a number when the workshop is made. */
export interface GroupDraft {
  readonly name: string
  readonly topic: string
  readonly maxSeats: string
}

export interface TalkDraft {
  readonly id?: string
  readonly organisation: string
  readonly title: string
}

/** Everything the form holds, as its inputs hold it. */
export interface CreateForm {
  readonly title: string
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly timeZone: string
  readonly language: 'de' | 'en'
  readonly template: string
  /** Series to continue, or '' for a new one. */
  readonly series: string
  readonly groups: readonly GroupDraft[]
  readonly organisationsText: string
  readonly talks: readonly TalkDraft[]
  /** Name of the person who creates the workshop, for the owner's seat. */
  readonly ownName: string
}

/** What has to be mended before the form can be sent; the value is the field to go to. */
export type FormProblem = 'title.missing' | 'time.incomplete' | 'time.reversed' | 'groups.none' | 'seats.wrong'

export const emptyGroup: GroupDraft = { name: '', topic: '', maxSeats: '' }

/** A form with what fits most workshops: the four hours, four groups, this device's time zone. */
export function emptyForm(language: 'de' | 'en'): CreateForm {
  return {
    title: '',
    date: '',
    startTime: '09:00',
    endTime: '13:00',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Berlin',
    language,
    template: 'ozg-marketing-4h',
    series: '',
    groups: resizeGroups([], 4),
    organisationsText: '',
    talks: [],
    ownName: '',
  }
}

/** Change the number of groups: new ones are empty, surplus ones are dropped from the end. */
export function resizeGroups(groups: readonly GroupDraft[], count: number): readonly GroupDraft[] {
  const wanted = Math.min(60, Math.max(1, Math.trunc(count) || 1))
  return Array.from({ length: wanted }, (_, index) => groups[index] ?? emptyGroup)
}

/** Organisations from a pasted list: lines, or cells and commas in one line; each once, in order. */
export function parseOrganisations(text: string): readonly string[] {
  const byLine = text.split(/[\n\r\t;]+/)
  const parts = byLine.length > 1 ? byLine : text.split(',')
  const names = parts
    .map((part) =>
      part
        .replace(/^\s*[-•*]\s+/, '')
        .trim()
        .slice(0, 120),
    )
    .filter(Boolean)
  return [...new Set(names)].slice(0, 200)
}

/** The problems of a form, the first one first; empty when it can be sent. */
export function formProblems(
  form: Pick<CreateForm, 'title' | 'date' | 'startTime' | 'endTime' | 'timeZone'> & Partial<Pick<CreateForm, 'groups'>>,
): readonly FormProblem[] {
  const problems: FormProblem[] = []
  if (!form.title.trim()) problems.push('title.missing')
  const { startsAt, endsAt, isIncomplete } = timesOf(form)
  if (isIncomplete) problems.push('time.incomplete')
  else if (startsAt !== null && endsAt !== null && endsAt <= startsAt) problems.push('time.reversed')
  if (form.groups?.length === 0) problems.push('groups.none')
  if (form.groups?.some((group) => group.maxSeats !== '' && !isSeatNumber(group.maxSeats))) problems.push('seats.wrong')
  return problems
}

/** The request for a form without problems. `groupName` names groups that were left empty, by their number. */
export function toCreateRequest(form: CreateForm, groupName: (number: number) => string): CreateWorkshopRequest {
  const { startsAt, endsAt } = timesOf(form)
  const organisations = parseOrganisations(form.organisationsText)
  const talks = form.talks.filter((talk) => talk.title.trim())
  return {
    title: form.title.trim(),
    language: form.language,
    timeZone: form.timeZone,
    ...(startsAt === null ? {} : { startsAt: new Date(startsAt).toISOString() }),
    ...(endsAt === null ? {} : { endsAt: new Date(endsAt).toISOString() }),
    ...(organisations.length === 0 ? {} : { organisations: [...organisations] }),
    ...(form.series === '' ? {} : { series: form.series }),
    ...(form.template === 'blank' ? {} : { template: form.template }),
    ...(talks.length === 0
      ? {}
      : {
          talks: talks.map(({ organisation, title }) => ({ organisation: organisation.trim(), title: title.trim() })),
        }),
    groups: form.groups.map((group, index) => toGroupRequest(group, groupName(index + 1))),
  }
}

/**
 * A group as the server takes it. What it works on becomes the target group of its canvas: the topic, or the name that
 * somebody gave it; groups with the same one are merged in the plenary.
 */
export function toGroupRequest(
  group: GroupDraft,
  fallbackName: string,
): Exclude<CreateWorkshopRequest['groups'], number>[number] {
  const name = group.name.trim()
  const topic = group.topic.trim()
  const targetGroup = topic && topic.length <= 120 ? topic : name
  return {
    name: name || fallbackName,
    ...(topic ? { topic } : {}),
    ...(group.maxSeats ? { maxSeats: Number(group.maxSeats) } : {}),
    ...(targetGroup ? { targetGroup } : {}),
  }
}

/** The letter that a group gets by its place; P is the common board's. */
export function groupLetter(place: number): string {
  const letters = 'ABCDEFGHIJKLMNOQRSTUVWXYZ'
  const last = letters[place % letters.length] ?? ''
  return place < letters.length ? last : `${groupLetter(Math.floor(place / letters.length) - 1)}${last}`
}

/** Whether a number of places can be offered. */
export function isSeatNumber(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100
}

/** Start and end of a form; an end alone, or a time without a day, is incomplete. No day at all is fine. */
export function timesOf(form: Pick<CreateForm, 'date' | 'startTime' | 'endTime' | 'timeZone'>): {
  readonly startsAt: number | null
  readonly endsAt: number | null
  readonly isIncomplete: boolean
} {
  if (!form.date) return { startsAt: null, endsAt: null, isIncomplete: false }
  const startsAt = pointInTime({ date: form.date, time: form.startTime }, form.timeZone)
  const endsAt = form.endTime ? pointInTime({ date: form.date, time: form.endTime }, form.timeZone) : null
  return { startsAt, endsAt, isIncomplete: startsAt === null }
}
