import type { Item, Talk } from '@tafelrunde/schema'
import type { Messages } from '../../i18n/messages.ts'

export interface NoteTag {
  readonly key: string
  readonly label: string
}

/** The marks that a note shows, in reading order; fit has its own dots. */
export function noteTags(
  item: Item,
  options: {
    readonly text: Messages['board']
    readonly language: 'de' | 'en'
    readonly talks: readonly Talk[]
    readonly isHarvest?: boolean
  },
): readonly NoteTag[] {
  const { text, language, talks, isHarvest } = options
  const { attributes } = item
  const talk = talks.find((candidate) => candidate.id === attributes.talkId)
  const tags: (NoteTag | null | undefined | '')[] = [
    attributes.cause && { key: 'cause', label: text.causeOf[attributes.cause] },
    attributes.phase && { key: 'phase', label: text.phaseOf[attributes.phase] },
    attributes.channelType && { key: 'channelType', label: text.channelTypeOf[attributes.channelType] },
    attributes.organisation && { key: 'organisation', label: attributes.organisation },
    attributes.level && { key: 'level', label: text.levelOf[attributes.level] },
    !isHarvest && attributes.harvestKind && { key: 'harvestKind', label: text.harvestKindOf[attributes.harvestKind] },
    !isHarvest && talk && { key: 'talk', label: talk.organisation },
    attributes.scale && { key: 'scale', label: text.scaleOf({ value: attributes.scale }) },
    attributes.clarifiedBy && { key: 'clarifiedBy', label: text.clarifiedByTag({ who: attributes.clarifiedBy }) },
    attributes.until && { key: 'until', label: text.untilTag({ date: shortDate(attributes.until, language) }) },
    item.evidence && { key: 'evidence', label: text.evidenceOf[item.evidence] },
    item.state === 'parked' && { key: 'parked', label: text.parked },
    ...item.tags.map((tag) => ({ key: `tag-${tag}`, label: tag })),
  ].map((tag) => tag || null)
  const said = new Set<string>()
  return tags.filter((tag): tag is NoteTag => {
    if (!tag || said.has(tag.label)) return false
    said.add(tag.label)
    return true
  })
}

/** An ISO date as people of the language write it, without the year of a note that is about this spring. */
export function shortDate(iso: string, language: 'de' | 'en'): string {
  const [year, month, day] = iso.split('-').map(Number)
  if (!year || !month || !day) return iso
  const date = new Date(Date.UTC(year, month - 1, day))
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  )
}
