import type { Offer } from '@tafelrunde/protocol'
import type { PlenaryView } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { offerCards } from './offerCards.ts'

const groups = ['a', 'b', 'c'].map((id) => ({ id, letter: id.toUpperCase() }))
const entry = (key: string, foldedInto: string | null = null) => ({
  key,
  foldedInto,
  plainText: `Text ${key}`,
  templateId: 'target-group',
  fieldId: 'needs',
  targetGroupKey: 't',
  section: '',
  order: key,
  origin: { groupId: key.slice(0, 1) },
})
const view = {
  groups,
  targetGroups: [],
  canvases: [],
  entries: [entry('a/1'), entry('b/1'), entry('c/1', 'b/1')],
  recommendations: [{ key: 'c/r', groupId: 'c', recommendation: { title: 'Titel' } }],
} as unknown as PlenaryView
const offer = (keys: string[]): Offer => ({
  key: keys.join('|'),
  kind: 'entries',
  templateId: 'target-group',
  fieldId: 'needs',
  keys,
  score: 0.9,
  reasons: [],
})

test('a card names its field and, for each text, everybody who said it; what most said stands first', () => {
  const [card] = offerCards([offer(['a/1', 'b/1'])], view)
  expect(card?.field?.label.de).toBe('Bedürfnisse und Erwartungen')
  expect(card?.texts.map(({ key, groups: by }) => [key, by.map(({ letter }) => letter).join('')])).toEqual([
    ['b/1', 'BC'],
    ['a/1', 'A'],
  ])
})

test('what is gone or folded by now is not offered any more', () => {
  expect(offerCards([offer(['a/1', 'c/1']), offer(['a/1', 'a/9'])], view)).toEqual([])
})
