import type { Offer } from '@tafelrunde/protocol'
import { expect, test } from 'vitest'
import { applyPlenaryEvent } from './plenaryState.ts'

const OFFERS: readonly Offer[] = [
  { key: 'a|b', kind: 'entries', templateId: null, fieldId: 'free', keys: ['a', 'b'], score: 0.9, reasons: [] },
]

test('the page keeps what the stream offers, also when the view comes anew', () => {
  const state = {
    type: 'state',
    data: { view: { version: 1, entries: [], recommendations: [] }, run: { version: 1 }, serverTime: 1 },
  }
  const opened = applyPlenaryEvent(null, state, 1)
  expect(opened?.offers).toBeUndefined()
  const told = applyPlenaryEvent(opened, { type: 'offers', data: { offers: OFFERS } }, 2)
  expect(applyPlenaryEvent(told, state, 3)?.offers).toEqual(OFFERS)
})
