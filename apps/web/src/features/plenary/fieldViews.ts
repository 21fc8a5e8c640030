import { arrangeByField, type FieldTemplate, type PlenaryView } from '@tafelrunde/schema/plain'
import { countCards, mergedCards, type MergedCard } from './mergedCards.ts'

/** The part of a field that its merge rule puts under one heading. */
export interface SectionView {
  readonly section: string
  readonly cards: readonly MergedCard[]
}

/** One field over all groups, ready to be shown. */
export interface FieldView {
  /** Unique over all templates in use. */
  readonly key: string
  /** Null for the free area. */
  readonly templateId: string | null
  readonly field: FieldTemplate
  readonly sections: readonly SectionView[]
  readonly groups: number
  readonly entries: number
  readonly folded: number
}

/** All fields in reading order, also those that nobody has written in; of one target group if its key is given. */
export function fieldViews(view: PlenaryView, targetGroupKey: string | null): readonly FieldView[] {
  return arrangeByField(view, targetGroupKey === null ? {} : { targetGroupKey }).map(
    ({ templateId, field, sections }) => {
      const shown = sections.map((section) => ({ section: section.section, cards: mergedCards(section, view.groups) }))
      return {
        key: `${templateId}.${field.id}`,
        templateId,
        field,
        sections: shown,
        ...countCards(shown.flatMap(({ cards }) => cards)),
      }
    },
  )
}

/** Whether a field's entries stand under headings at all. */
export function hasHeadings(view: Pick<FieldView, 'sections'>): boolean {
  return view.sections.some(({ section }) => section !== '')
}
