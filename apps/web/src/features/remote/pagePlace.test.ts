import { expect, it } from 'vitest'
import { pagePlace, screenThere, turnedPage } from './pagePlace.ts'

const screen = { title: 'Hürden', page: 2, pages: 4, at: 1_000_000 }
const running = { page: null, frozenAt: null }

it('turns from the page that the screen really shows, also while it turns by itself', () => {
  expect(pagePlace(running, screen, null)).toEqual({ page: 2, pages: 4 })
  expect(pagePlace({ ...running, page: 9 }, screen, null).page).toBe(2)
})

it('counts what was pressed a moment ago, so that pressing twice turns two pages', () => {
  const place = pagePlace(running, screen, 3)
  expect(place.page).toBe(3)
  expect(turnedPage(place, -1)).toBe(2)
})

it('under a frozen picture counts what was directed: the screen does not follow yet', () => {
  expect(pagePlace({ page: 0, frozenAt: 5 }, screen, null).page).toBe(0)
  expect(pagePlace({ page: null, frozenAt: 5 }, screen, null).page).toBe(2)
})

it('ends at the first and at the last page; without a screen nobody knows which is the last', () => {
  expect(turnedPage({ page: 0, pages: 4 }, -1)).toBeNull()
  expect(turnedPage({ page: 3, pages: 4 }, 1)).toBeNull()
  expect(turnedPage({ page: 3, pages: null }, 1)).toBe(4)
})

it('does not believe a screen that has been silent for more than a minute', () => {
  expect(screenThere(screen, screen.at + 60_000)).toBe(screen)
  expect(screenThere(screen, screen.at + 80_000)).toBeNull()
  expect(screenThere(null, 0)).toBeNull()
})
