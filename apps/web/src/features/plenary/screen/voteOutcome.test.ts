import { expect, it } from 'vitest'
import { voteOutcome } from './voteOutcome.ts'

const summary = { count: 3, median: 2, min: 1, max: 4, spread: 3, counts: [1, 1, 0, 1, 0] }
const answer = {
  roundId: 'r',
  options: [
    { id: 'one', label: 'Eltern', key: null, groupId: null },
    { id: 'two', label: 'Gründende', key: null, groupId: null },
  ],
  turnout: { voted: 7, proxies: 1, eligible: 9 },
  results: {
    abstentions: 1,
    options: [
      { optionId: 'two', rank: 1, votes: 5, weight: 2.5, voters: 4, effort: null, impact: null, confidence: null },
      { optionId: 'one', rank: 2, votes: 2, weight: 2, voters: 2, effort: summary, impact: null, confidence: null },
    ],
  },
}

it('keeps of a round what a room is shown, best first', () => {
  expect(voteOutcome.parse(answer)).toEqual({
    turnout: { voted: 7, eligible: 9 },
    results: [
      { id: 'two', label: 'Gründende', rank: 1, votes: 5, weight: 2.5, effort: null, impact: null },
      { id: 'one', label: 'Eltern', rank: 2, votes: 2, weight: 2, effort: 2, impact: null },
    ],
  })
})

it('knows nothing while nothing is to be known, and takes no half answer', () => {
  expect(voteOutcome.parse({ ...answer, results: null, turnout: null })).toEqual({ results: null, turnout: null })
  expect(() => voteOutcome.parse({ results: {} })).toThrow(TypeError)
})
