import { packPages, type Page, type PageSize } from '../packPages.ts'
import { packColumns } from './packColumns.ts'
import type { SlideDeck } from './deckOf.ts'
import type { Slide, SlideCard } from './Slide.ts'

/** One picture of the screen: a part of a slide that fits. */
export interface ScreenPage {
  readonly key: string
  readonly slide: Slide
  /** Place among the pages of its slide, from 1. */
  readonly number: number
  readonly of: number
  readonly columns: Page
}

/** All pages of all slides, in order; null until every card has been measured. `heightOf` is by card content. */
export function screenPages(
  { slides, packing }: Pick<SlideDeck, 'slides' | 'packing'>,
  size: PageSize & { readonly headingHeight: number },
  heightOf: (card: SlideCard) => number | undefined,
): readonly ScreenPage[] | null {
  const pages: ScreenPage[] = []
  for (const slide of slides) {
    const measured = []
    for (const section of slide.sections) {
      const cardHeights = section.cards.map(heightOf)
      if (!cardHeights.every((height) => height !== undefined)) return null
      measured.push({ key: section.key, headingHeight: slide.hasHeadings ? size.headingHeight : 0, cardHeights })
    }
    const packed = packing === 'columns' ? packColumns(measured, size) : packPages(measured, size)
    for (const [index, columns] of packed.entries()) {
      pages.push({ key: `${slide.key}#${index}`, slide, number: index + 1, of: packed.length, columns })
    }
  }
  return pages
}

/** Keys of the cards on a page. */
export function cardKeysOn(page: ScreenPage): readonly string[] {
  return page.columns.flatMap((column) =>
    column.flatMap(({ sectionKey, from, to }) => {
      const section = page.slide.sections.find(({ key }) => key === sectionKey)
      return section ? section.cards.slice(from, to).map(({ key }) => key) : []
    }),
  )
}

/** Index of the page to show: the one that was shown if it is still there, else the nearest one of the same slide. */
export function keepPage(pages: readonly ScreenPage[], key: string | null): number {
  if (pages.length === 0 || key === null) return 0
  const same = pages.findIndex((page) => page.key === key)
  if (same >= 0) return same
  const slideKey = key.slice(0, key.lastIndexOf('#'))
  const last = pages.findLastIndex((page) => page.slide.key === slideKey)
  return Math.max(0, last)
}

/** How long a page stays: time to read its cards, within bounds that keep a room awake. */
export function dwellMs(page: ScreenPage): number {
  return Math.min(30_000, 8_000 + cardKeysOn(page).length * 1_200)
}
