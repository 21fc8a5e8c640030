import { expect, test } from 'vitest'
import {
  ballotOf,
  choose,
  draftOf,
  EMPTY_DRAFT,
  estimatedIn,
  giveVote,
  leftIn,
  rate,
  saysSomething,
  whyNotMore,
  type BallotDraft,
} from './ballotDraft.ts'

const DOTS = { kind: 'dots', votesPerSeat: 3, maxPerOption: 2 } as const
const give = (draft: BallotDraft, ...options: readonly string[]) =>
  options.reduce((before, optionId) => giveVote(DOTS, before, { optionId, by: 1 }), draft)

test('votes are given as far as they go, and taken back', () => {
  const all = give(EMPTY_DRAFT, 'a', 'a', 'a', 'b')
  expect(all.votes).toEqual({ a: 2, b: 1 })
  expect([leftIn(DOTS, all), whyNotMore(DOTS, all, 'a'), whyNotMore(DOTS, all, 'b')]).toEqual([
    0,
    'fullOption',
    'noneLeft',
  ])
  expect(give(all, 'c')).toBe(all)
  const fewer = giveVote(DOTS, all, { optionId: 'b', by: -1 })
  expect(fewer.votes).toEqual({ a: 2 })
  expect(giveVote(DOTS, fewer, { optionId: 'b', by: -1 })).toBe(fewer)
})

test('a choice replaces the former one, and whoever votes does not abstain', () => {
  const abstaining = { ...EMPTY_DRAFT, isAbstaining: true }
  expect(ballotOf({ kind: 'choice' }, abstaining)).toEqual({ isAbstention: true })
  const chosen = choose(choose(abstaining, 'a'), 'b')
  expect(ballotOf({ kind: 'choice' }, chosen)).toEqual({ allocations: [{ optionId: 'b', votes: 1 }] })
})

test('estimates are said one by one and taken back', () => {
  const one = rate(EMPTY_DRAFT, { optionId: 'a', scale: 'effort', value: 4 })
  expect(ballotOf({ kind: 'estimate' }, one)).toEqual({
    estimates: [{ optionId: 'a', effort: 4, impact: null, confidence: null }],
  })
  expect([estimatedIn(one), saysSomething(one)]).toEqual([1, true])
  const none = rate(one, { optionId: 'a', scale: 'effort', value: null })
  expect([estimatedIn(none), saysSomething(none)]).toEqual([0, false])
})

test('a ballot that comes back from the server is the draft that made it', () => {
  for (const [kind, draft] of [
    ['dots', give(EMPTY_DRAFT, 'a', 'b')],
    ['dots', { ...EMPTY_DRAFT, isAbstaining: true }],
    ['estimate', rate(EMPTY_DRAFT, { optionId: 'a', scale: 'confidence', value: 3 })],
  ] as const) {
    expect(draftOf(ballotOf({ kind }, draft))).toEqual(draft)
  }
  expect(draftOf(null)).toBe(EMPTY_DRAFT)
})
