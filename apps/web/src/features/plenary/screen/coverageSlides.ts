import { coverageOf, type PlenaryView } from '@tafelrunde/schema/plain'
import { fieldSlides } from './entrySlides.ts'
import { recommendationSlides } from './recommendationSlides.ts'
import type { FreshTest, Slide } from './Slide.ts'

/** What nothing answers yet: barriers without a recommendation, then recommendations that nobody leads. */
export function coverageSlides(view: PlenaryView, isFresh: FreshTest): readonly Slide[] {
  const { barriers, withoutLead } = coverageOf(view)
  const open = new Set(barriers.filter(({ recommendationKeys }) => recommendationKeys.length === 0).map(keyOf))
  const unanswered = view.entries.filter(({ key, foldedInto }) => open.has(foldedInto ?? key))
  const gaps = fieldSlides({ ...view, canvases: [], entries: unanswered }, isFresh)
  return [
    ...gaps.flatMap((slide): readonly Slide[] =>
      slide.subject.type === 'field'
        ? [{ ...slide, subject: { type: 'unanswered', of: barriers.length, field: slide.subject.field } }]
        : [],
    ),
    ...recommendationSlides({ ...view, recommendations: withoutLead }, isFresh).map((slide): Slide => ({
      ...slide,
      key: 'withoutLead',
      subject: { type: 'withoutLead' },
    })),
  ]
}

function keyOf({ entry }: { readonly entry: { readonly key: string } }): string {
  return entry.key
}
