import type { Ballot } from '@tafelrunde/protocol'
import { expect, test } from 'vitest'
import { checkBallot } from './checkBallot.ts'

const OPTIONS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const RULES = { kind: 'dots', votesPerSeat: 3, maxPerOption: 2, mayAbstain: true } as const
const give = (...votes: readonly (readonly [string, number])[]): Ballot => ({
  allocations: votes.map(([optionId, given]) => ({ optionId, votes: given })),
})
const estimate = { estimates: [{ optionId: 'a', effort: 1, impact: null, confidence: 3 }] }
const verdict = (rules: Parameters<typeof checkBallot>[0], ballot: Ballot) => {
  try {
    checkBallot(rules, OPTIONS, ballot)
    return 'accepted'
  } catch (cause) {
    return (cause as { code: string }).code
  }
}

test.each<[string, Ballot, string]>([
  ['all votes on two options', give(['a', 2], ['b', 1]), 'accepted'],
  ['fewer than there are', give(['c', 1]), 'accepted'],
  ['everything taken back', give(), 'accepted'],
  ['an abstention', { isAbstention: true }, 'accepted'],
  ['one vote too many', give(['a', 2], ['b', 2]), 'ballot.invalid'],
  ['too many for one option', give(['a', 3]), 'ballot.invalid'],
  ['an option twice', give(['a', 1], ['a', 1]), 'ballot.invalid'],
  ['an option of another vote', give(['d', 1]), 'ballot.invalid'],
  ['estimates', estimate, 'ballot.invalid'],
])('dots: %s', (_, ballot, expected) => {
  expect(verdict(RULES, ballot)).toBe(expected)
})

test('a choice is one vote for one option, whatever the plan says about numbers', () => {
  const choice = { ...RULES, kind: 'choice' } as const
  expect(verdict(choice, give(['a', 1]))).toBe('accepted')
  expect(verdict(choice, give(['a', 1], ['b', 1]))).toBe('ballot.invalid')
  expect(verdict(choice, give(['a', 2]))).toBe('ballot.invalid')
})

test('estimates are of known options, each once', () => {
  const estimating = { ...RULES, kind: 'estimate' } as const
  expect(verdict(estimating, estimate)).toBe('accepted')
  expect(verdict(estimating, give(['a', 1]))).toBe('ballot.invalid')
  const [only] = estimate.estimates
  expect(verdict(estimating, { estimates: [only!, only!] })).toBe('ballot.invalid')
  expect(verdict(estimating, { estimates: [{ ...only!, optionId: 'd' }] })).toBe('ballot.invalid')
})

test('where nobody may abstain, an abstention is refused', () => {
  expect(verdict({ ...RULES, mayAbstain: false }, { isAbstention: true })).toBe('ballot.invalid')
})
