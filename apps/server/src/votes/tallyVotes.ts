import type { OptionResult, VoteOption, VoteResults } from '@tafelrunde/protocol'
import type { VotePlan } from '@tafelrunde/schema/plain'
import { ShareSum, sharersOf } from './ShareSum.ts'
import { summariseEstimates } from './summariseEstimates.ts'
import type { CountedBallot } from './VoteStore.ts'

/** What an option got, before it is compared with the others. */
type Tally = Omit<OptionResult, 'rank'>

/** Weights are told to the millionth: fractions that should be equal are, and nobody sees a difference. */
const MILLION = 1e6

/**
 * Count a round. Pure, and independent of the order of the ballots. Abstentions take no part in the weight of their
 * organisation. Options come best first: by weight, for estimates by the median of impact, then of effort; equal ones
 * share a rank and keep the order in which they were opened.
 */
export function tallyVotes(
  plan: Pick<VotePlan, 'kind' | 'weight'>,
  options: readonly Pick<VoteOption, 'id'>[],
  ballots: readonly CountedBallot[],
): VoteResults {
  const voting = ballots.filter(({ body }) => !('isAbstention' in body))
  const tally = plan.kind === 'estimate' ? tallyEstimates : tallyAllocations
  return { abstentions: ballots.length - voting.length, options: ranked(tally(options, voting, plan.weight)) }
}

const NO_ESTIMATES = { effort: null, impact: null, confidence: null }

function tallyAllocations(
  options: readonly Pick<VoteOption, 'id'>[],
  ballots: readonly CountedBallot[],
  weight: VotePlan['weight'],
): readonly Tally[] {
  const sums = new Map(options.map(({ id }) => [id, { votes: 0, voters: 0, shares: new ShareSum() }]))
  const sharers = sharersOf(ballots, weight)
  for (const ballot of ballots) {
    for (const { optionId, votes } of 'allocations' in ballot.body ? ballot.body.allocations : []) {
      const sum = sums.get(optionId)
      if (!sum) continue
      sum.votes += votes
      sum.voters += 1
      sum.shares.add(votes, sharers(ballot))
    }
  }
  return [...sums].map(([optionId, { votes, voters, shares }]) => {
    return { optionId, votes, voters, weight: roundedWeight(shares.value), ...NO_ESTIMATES }
  })
}

/** The weight of an organisation is shared by those of it who have answered the question. */
function tallyEstimates(
  options: readonly Pick<VoteOption, 'id'>[],
  ballots: readonly CountedBallot[],
  weight: VotePlan['weight'],
): readonly Tally[] {
  const said = ballots.flatMap(({ body, house }) =>
    'estimates' in body ? body.estimates.map((estimate) => ({ ...estimate, house })) : [],
  )
  const saidOf = Map.groupBy(said, ({ optionId }) => optionId)
  return options.map(({ id }) => {
    const estimates = saidOf.get(id) ?? []
    const about = (question: 'effort' | 'impact' | 'confidence', scale: number) => {
      const answers = estimates.flatMap(({ [question]: value, house }) => (value === null ? [] : [{ value, house }]))
      const sharers = sharersOf(answers, weight)
      return summariseEstimates(
        answers.map((answer) => ({ value: answer.value, sharers: sharers(answer) })),
        scale,
      )
    }
    const voters = estimates.filter(({ effort, impact, confidence }) => effort ?? impact ?? confidence).length
    const summaries = { effort: about('effort', 5), impact: about('impact', 5), confidence: about('confidence', 3) }
    return { optionId: id, votes: 0, weight: 0, voters, ...summaries }
  })
}

function ranked(tallies: readonly Tally[]): OptionResult[] {
  const sorted = tallies.toSorted(compareTallies)
  let rank = 0
  return sorted.map((tally, at) => {
    const former = sorted[at - 1]
    if (!former || compareTallies(former, tally) !== 0) rank = at + 1
    return { ...tally, rank }
  })
}

/** Better first. Little effort is better than much; what nobody has estimated comes last. */
function compareTallies(a: Tally, b: Tally): number {
  const impact = (b.impact?.median ?? 0) - (a.impact?.median ?? 0)
  const effort = (a.effort?.median ?? Number.MAX_VALUE) - (b.effort?.median ?? Number.MAX_VALUE)
  return b.weight - a.weight || impact || effort
}

/** Thirds that add up to a whole are a whole. */
function roundedWeight(weight: number): number {
  return Math.round(weight * MILLION) / MILLION
}
