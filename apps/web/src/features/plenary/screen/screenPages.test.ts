import { projectPlenary, TEMPLATES } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { aBoard, aGroup, aRun } from '../testing/aPlenary.ts'
import { deckOf, type SlideDeck } from './deckOf.ts'
import { cardKeysOn, dwellMs, keepPage, screenPages } from './screenPages.ts'

const size = { columns: 3, height: 700, gap: 14, sectionGap: 28, headingHeight: 40 }

const many = Array.from({ length: 40 }, (_, index) => `Gedanke ${index}`)
const view = projectPlenary({
  run: { groups: [aGroup('p', 'common'), aGroup('a'), aGroup('b')], targetGroups: [], talks: [] },
  boards: [
    aBoard('p', { goals: ['Im Plenum gesagt'] }),
    aBoard('a', { goals: many, needs: ['Ruhe'] }),
    aBoard('b', { goals: ['Eigenes'] }),
  ],
  decisions: null,
})

const deck = deckOf(
  aRun({ stage: { layout: 'fields', spotlight: null, frozenAt: null, page: null } }),
  view,
) as SlideDeck

describe('screenPages', () => {
  it('shows every entry of every group on exactly one page', () => {
    const pages = screenPages(deck, size, () => 120)!
    const shown = pages.filter((page) => page.slide.subject.type === 'field').flatMap(cardKeysOn)
    expect(shown.toSorted()).toEqual(view.entries.map((entry) => entry.key).toSorted())
    expect(new Set(pages.map((page) => page.key)).size).toBe(pages.length)
  })

  it('numbers the pages of a field that does not fit', () => {
    const pages = screenPages(deck, size, () => 120)!
    const goals = pages.filter((page) => page.slide.subject.type === 'field' && page.slide.subject.field.id === 'goals')
    expect(goals.length).toBeGreaterThan(1)
    expect(goals.map((page) => page.number)).toEqual(goals.map((_, index) => index + 1))
    expect(goals.every((page) => page.of === goals.length)).toBe(true)
  })

  it('waits until all cards are measured', () => {
    expect(screenPages(deck, size, ({ key }) => (key.startsWith('b/') ? undefined : 100))).toBeNull()
  })

  it('stays on the page that is shown while others come and go', () => {
    const pages = screenPages(deck, size, () => 120)!
    const third = pages[2]!
    expect(keepPage(pages, third.key)).toBe(2)
    expect(keepPage(pages.slice(1), third.key)).toBe(1)
    expect(pages[keepPage(pages, `${third.slide.key}#99`)]!.slide.key).toBe(third.slide.key)
    expect(keepPage(pages, 'gone#0')).toBe(0)
  })

  it('gives a full page more time than an empty one, and no page for ever', () => {
    const [short, long] = [() => 650, () => 40].map((heightOf) => screenPages(deck, size, heightOf)!)
    const longest = Math.max(...long!.map(dwellMs))
    expect(longest).toBeGreaterThan(Math.max(...short!.map(dwellMs)))
    expect(longest).toBeLessThanOrEqual(30_000)
  })
})

it('uses the real template, so that a renamed field cannot pass unnoticed', () => {
  expect(TEMPLATES['target-group']!.fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['goals', 'needs']))
})
