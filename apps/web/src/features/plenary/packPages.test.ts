import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packPages, type MeasuredSection, type Page, type PageSize } from './packPages.ts'

const size: PageSize = { columns: 3, height: 800, gap: 14, sectionGap: 28 }

function aSection(key: string, cards: number, cardHeight = 110): MeasuredSection {
  return { key, headingHeight: 40, cardHeights: Array.from({ length: cards }, () => cardHeight) }
}

function cardsOf(pages: readonly Page[]): readonly string[] {
  return pages.flat(2).flatMap((piece) => {
    const names: string[] = []
    for (let card = piece.from; card < piece.to; card += 1) names.push(`${piece.sectionKey}/${card}`)
    return names
  })
}

describe('packPages', () => {
  it('gives each of a few sections a column of its own', () => {
    const pages = packPages([aSection('a', 3), aSection('b', 2), aSection('c', 4)], size)
    expect(pages).toHaveLength(1)
    expect(pages[0]!.map((column) => column.map((piece) => piece.sectionKey))).toEqual([['a'], ['b'], ['c']])
  })

  it('spreads one long list evenly over the columns of a page', () => {
    const pages = packPages([{ ...aSection('', 9), headingHeight: 0 }], size)
    expect(pages).toHaveLength(1)
    expect(pages[0]!.map((column) => column[0]!.to - column[0]!.from)).toEqual([3, 3, 3])
  })

  it('continues a section that is longer than a column and says so', () => {
    const pages = packPages([aSection('a', 30)], size)
    expect(pages.length).toBeGreaterThan(1)
    const pieces = pages.flat(2)
    expect(pieces[0]!.isContinued).toBe(false)
    expect(pieces.slice(1).every((piece) => piece.isContinued)).toBe(true)
  })

  it('does not cut a section that fits into one column, however many there are', () => {
    const sections = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key, index) => aSection(key, 2 + (index % 4)))
    expect(
      packPages(sections, size)
        .flat(2)
        .some((piece) => piece.isContinued),
    ).toBe(false)
  })

  it('shows a card that is higher than the page alone in its column', () => {
    const pages = packPages([{ key: 'a', headingHeight: 0, cardHeights: [100, 2000, 100] }], size)
    expect(pages.flat().find((column) => column.some((piece) => piece.from <= 1 && piece.to > 1))).toHaveLength(1)
    expect(cardsOf(pages)).toEqual(['a/0', 'a/1', 'a/2'])
  })

  it('has no page for nothing', () => {
    expect(packPages([], size)).toEqual([])
    expect(packPages([aSection('a', 0)], size)).toEqual([])
  })

  it('shows every card exactly once, in order, and never lets a column overflow', () => {
    const sections = fc.uniqueArray(
      fc.record({
        key: fc.string({ minLength: 1, maxLength: 4 }),
        headingHeight: fc.constantFrom(0, 40),
        cardHeights: fc.array(fc.integer({ min: 40, max: 700 }), { minLength: 1, maxLength: 25 }),
      }),
      { selector: (section) => section.key, maxLength: 9 },
    )
    fc.assert(
      fc.property(sections, fc.integer({ min: 1, max: 4 }), (measured, columns) => {
        const pages = packPages(measured, { ...size, columns })
        expect(cardsOf(pages)).toEqual(
          measured.flatMap((section) => section.cardHeights.map((_, card) => `${section.key}/${card}`)),
        )
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(columns)
        for (const column of pages.flat()) {
          const heights = column.map((piece) => {
            const section = measured.find((candidate) => candidate.key === piece.sectionKey)!
            const cards = section.cardHeights.slice(piece.from, piece.to)
            const heading = section.headingHeight === 0 ? 0 : section.headingHeight + size.gap
            return heading + cards.reduce((sum, card) => sum + card, 0) + (cards.length - 1) * size.gap
          })
          const total = heights.reduce((sum, height) => sum + height, 0) + (column.length - 1) * size.sectionGap
          expect(total).toBeLessThanOrEqual(size.height)
        }
      }),
    )
  })
})
