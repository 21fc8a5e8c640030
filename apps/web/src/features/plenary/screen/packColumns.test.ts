import { expect, it } from 'vitest'
import { packColumns } from './packColumns.ts'

const size = { height: 500, gap: 10 }
const section = (key: string, cards: number, height = 100) => ({
  key,
  headingHeight: 40,
  cardHeights: Array.from({ length: cards }, () => height),
})

it('keeps every section in its own column over all pages, and shows each card exactly once', () => {
  const sections = [section('a', 9), section('b', 1), section('c', 0)]
  const pages = packColumns(sections, size)
  expect(pages).toHaveLength(3)
  for (const page of pages) expect(page.map(([piece]) => piece?.sectionKey)).toEqual(['a', 'b', 'c'])
  for (const [column, { cardHeights }] of sections.entries()) {
    const shown = pages.flatMap((page) =>
      page[column]!.flatMap(({ from, to }) => [...cardHeights.keys()].slice(from, to)),
    )
    expect(shown).toEqual([...cardHeights.keys()])
  }
})

it('fills a column to its height and not beyond; a card that is higher than the page stands alone', () => {
  const [first] = packColumns([section('a', 9)], size)
  expect(first![0]).toEqual([{ sectionKey: 'a', from: 0, to: 4, isContinued: false }])
  expect(packColumns([section('a', 2, 900)], size)).toHaveLength(2)
})

it('is nothing where nobody has written anything', () => {
  expect(packColumns([section('a', 0), section('b', 0)], size)).toEqual([])
})
