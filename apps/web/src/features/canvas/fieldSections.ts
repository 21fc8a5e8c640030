import type { FieldTemplate, Item, ItemAttributes, Talk } from '@tafelrunde/schema'
import type { FieldSection } from './FieldView.tsx'

/** One list, or in a harvest field one per talk, those without a talk last. */
export function fieldSections(
  field: FieldTemplate,
  items: readonly Item[],
  { talks, withoutTalk }: { readonly talks: readonly Talk[]; readonly withoutTalk: string },
): readonly FieldSection[] {
  if (field.attribute !== 'harvest' || talks.length === 0) return [{ key: '', title: null, items }]
  const sections: FieldSection[] = talks.map((talk) => ({
    key: talk.id,
    title: talk.organisation || talk.title,
    items: items.filter((item) => item.attributes.talkId === talk.id),
  }))
  const rest = items.filter((item) => !talks.some((talk) => talk.id === item.attributes.talkId))
  if (rest.length > 0) sections.push({ key: '', title: withoutTalk, items: rest })
  return sections
}

/** What a note written into a section says from the start. */
export function sectionAttributes(
  field: FieldTemplate,
  section: FieldSection,
  talks: readonly Talk[],
): ItemAttributes | undefined {
  if (field.attribute !== 'harvest') return undefined
  const talk = talks.find((candidate) => candidate.id === section.key)
  const harvestKind = field.id === 'question' ? 'question' : 'practice'
  return talk ? { talkId: talk.id, harvestKind } : { harvestKind }
}
