import {
  SCREEN_LAYOUTS,
  type PlenaryView,
  type RunState,
  type ScreenLayout,
  type StepPartId,
} from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { isEmpty } from './lookAtPlenary.ts'

const NOTHING = { entries: [], canvases: [], recommendations: [] }
const one = [{}] as unknown
const SOMETHING = { entries: one, canvases: one, recommendations: one } as PlenaryView
const rounds = one as RunState['rounds']
const step = (screen: ScreenLayout, words = '') => ({ screen, title: words, instruction: '', parts: [] })

test.each(SCREEN_LAYOUTS)('the layout %s is empty with nothing to show, and not with everything', (layout) => {
  expect(isEmpty(step(layout), NOTHING, { rounds: [] })).toBe(true)
  expect(isEmpty(step(layout, 'Ankommen'), SOMETHING, { rounds })).toBe(false)
})

test('notes fill no list of recommendations, and a vote needs a round', () => {
  const { entries } = SOMETHING
  expect(isEmpty(step('recommendations'), { ...NOTHING, entries }, { rounds })).toBe(true)
  expect(isEmpty(step('vote'), SOMETHING, { rounds: [] })).toBe(true)
})

test('the instruction of a part is something to read', () => {
  const parts = [{ id: 'part-1' as StepPartId, title: '', instruction: 'Allein schreiben', minutes: 5, rules: null }]
  expect(isEmpty({ ...step('instruction'), parts }, NOTHING, { rounds: [] })).toBe(false)
})
