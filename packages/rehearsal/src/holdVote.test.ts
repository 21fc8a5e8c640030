import { SeededRandom } from '@tafelrunde/participant/random'
import { Ballot } from '@tafelrunde/protocol'
import { newId, type VotePlan } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { ballotFor } from './holdVote.ts'

const OPTIONS = Array.from({ length: 6 }, () => ({ id: newId<string>() }))
const RULES = [
  { kind: 'dots', votesPerSeat: 3, maxPerOption: 3 },
  { kind: 'points', votesPerSeat: 5, maxPerOption: 2 },
  { kind: 'choice', votesPerSeat: 9, maxPerOption: 9 },
  { kind: 'estimate', votesPerSeat: 1, maxPerOption: 1 },
] as const satisfies readonly Pick<VotePlan, 'kind' | 'votesPerSeat' | 'maxPerOption'>[]

test.each(RULES)('a ballot of $kind keeps to its plan and says something', (rules) => {
  const budget = rules.kind === 'choice' ? 1 : rules.votesPerSeat
  const most = rules.kind === 'choice' ? 1 : rules.maxPerOption
  for (let seed = 1; seed <= 200; seed += 1) {
    const ballot = Ballot.parse(ballotFor(rules, OPTIONS, new SeededRandom(seed)))
    if ('estimates' in ballot) {
      expect(ballot.estimates).toHaveLength(OPTIONS.length)
      continue
    }
    const votes = 'allocations' in ballot ? ballot.allocations.map((allocation) => allocation.votes) : []
    expect(votes.length, `seed ${seed}`).toBeGreaterThan(0)
    expect(
      votes.reduce((sum, vote) => sum + vote, 0),
      `seed ${seed}`,
    ).toBeLessThanOrEqual(budget)
    expect(Math.max(...votes), `seed ${seed}`).toBeLessThanOrEqual(most)
  }
})

test('a vote on one thing gets what may be given to one thing', () => {
  const ballot = ballotFor({ kind: 'dots', votesPerSeat: 3, maxPerOption: 1 }, OPTIONS.slice(0, 1), new SeededRandom(1))
  expect(ballot).toEqual({ allocations: [{ optionId: OPTIONS[0]!.id, votes: 1 }] })
})
