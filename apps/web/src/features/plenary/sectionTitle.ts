import type { FieldTemplate } from '@tafelrunde/schema/plain'
import type { Language } from '../../i18n/language.ts'
import type { Messages } from '../../i18n/messages.ts'

/** The heading of a section: the choice's label, or the organisation as it was written. */
export function sectionTitle(
  { field, section }: { readonly field: FieldTemplate; readonly section: string },
  t: Messages,
  language: Language,
): string {
  if (section !== '') return field.choices?.find((choice) => choice.id === section)?.label[language] ?? section
  switch (field.merge) {
    case 'by-cause':
      return t.plenary.noSection.cause
    case 'by-phase':
      return t.plenary.noSection.phase
    case 'by-organisation':
      return t.plenary.noSection.organisation
    case 'channel-fit':
      return t.plenary.noSection.channel
    default:
      return t.plenary.noSection.other
  }
}
