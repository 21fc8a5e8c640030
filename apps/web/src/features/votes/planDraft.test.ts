import { VotePlanRequest } from '@tafelrunde/protocol'
import { VOTE_KINDS } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { FIRST_PLAN, isComplete, planOf, withKind } from './planDraft.ts'

test('every kind makes a plan that the server takes', () => {
  for (const kind of VOTE_KINDS) {
    const draft = withKind({ ...FIRST_PLAN, question: ' Womit beginnen wir? ' }, kind)
    expect(VotePlanRequest.parse(planOf(draft))).toMatchObject({ kind, question: 'Womit beginnen wir?' })
  }
})

test('written options are the lines with words; two at least', () => {
  const draft = { ...FIRST_PLAN, question: 'Was?', subject: 'options' as const, options: ' Kino \n\n Theater' }
  expect(planOf(draft).options).toEqual(['Kino', 'Theater'])
  expect(planOf({ ...draft, subject: 'notes' }).options).toEqual([])
  expect([
    isComplete(draft),
    isComplete({ ...draft, options: 'Kino' }),
    isComplete({ ...draft, question: ' ' }),
  ]).toEqual([true, false, false])
})

test('nobody can pile up more than there is', () => {
  expect(planOf({ ...FIRST_PLAN, votesPerSeat: 2, maxPerOption: 3 }).maxPerOption).toBe(2)
})
