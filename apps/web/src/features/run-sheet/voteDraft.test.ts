import { VotePlanRequest } from '@tafelrunde/protocol'
import { VOTE_KINDS } from '@tafelrunde/schema/plain'
import { describe, expect, it } from 'vitest'
import { newVote, toVoteRequest, voteProblems, withKind, withVotes } from './voteDraft.ts'

describe('a vote of a step', () => {
  it.each(VOTE_KINDS)('of the kind %s begins with numbers that the server accepts, hidden until it closes', (kind) => {
    const vote = newVote(kind)
    expect(VotePlanRequest.parse(toVoteRequest(vote))).toEqual(vote)
    expect(vote.isHiddenUntilClosed).toBe(true)
    expect(vote.maxPerOption).toBeLessThanOrEqual(vote.votesPerSeat)
  })

  it('takes the usual numbers of another kind and keeps question, secrecy and weight', () => {
    const vote = { ...newVote('dots'), question: 'Was zuerst?', isSecret: true, weight: 'organisation' as const }
    expect(withKind(vote, 'points')).toMatchObject({
      kind: 'points',
      subject: 'recommendations',
      votesPerSeat: 5,
      question: 'Was zuerst?',
      isSecret: true,
      weight: 'organisation',
    })
    expect(withKind(vote, 'choice')).toMatchObject({ votesPerSeat: 1, maxPerOption: 1 })
  })

  it('never takes more for one option than there are votes', () => {
    const dots = newVote('dots')
    expect(withVotes(dots, 5)).toMatchObject({ votesPerSeat: 5, maxPerOption: 5 })
    expect(withVotes({ ...dots, maxPerOption: 2 }, 1)).toMatchObject({ votesPerSeat: 1, maxPerOption: 1 })
    expect(withVotes({ ...dots, maxPerOption: 2 }, 9)).toMatchObject({ votesPerSeat: 9, maxPerOption: 2 })
  })

  it('says what it lacks', () => {
    expect(voteProblems(newVote('choice'))).toEqual(['question', 'options'])
    expect(voteProblems({ ...newVote('choice'), question: 'Wann?', options: ['Mai', 'Juni', ''] })).toEqual([])
    expect(voteProblems({ ...newVote('dots'), question: 'Wer?' })).toEqual([])
  })
})
