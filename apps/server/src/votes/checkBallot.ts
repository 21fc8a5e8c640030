import { AppError, type Ballot, type VoteOption } from '@tafelrunde/protocol'
import type { VotePlan } from '@tafelrunde/schema/plain'

type Rules = Pick<VotePlan, 'kind' | 'votesPerSeat' | 'maxPerOption' | 'mayAbstain'>

/**
 * Accept a ballot only as the plan allows it for these options. A ballot that names nothing is allowed: somebody has
 * taken everything back.
 *
 * @throws AppError `ballot.invalid`
 */
export function checkBallot(rules: Rules, options: readonly Pick<VoteOption, 'id'>[], ballot: Ballot): void {
  if ('isAbstention' in ballot) {
    if (!rules.mayAbstain) throw invalid('nobody may abstain in this vote')
    return
  }
  const isEstimate = 'estimates' in ballot
  if (isEstimate !== (rules.kind === 'estimate')) throw invalid('this is a vote of another kind')
  checkOptions(options, isEstimate ? ballot.estimates : ballot.allocations)
  if (isEstimate) return
  const { budget, most } = boundsOf(rules)
  const given = ballot.allocations.reduce((sum, { votes }) => sum + votes, 0)
  if (given > budget) throw invalid('more votes are given than there are')
  if (ballot.allocations.some(({ votes }) => votes > most)) throw invalid('an option is given too many votes')
}

function boundsOf({ kind, votesPerSeat, maxPerOption }: Rules): { readonly budget: number; readonly most: number } {
  return kind === 'choice' ? { budget: 1, most: 1 } : { budget: votesPerSeat, most: maxPerOption }
}

function checkOptions(
  options: readonly Pick<VoteOption, 'id'>[],
  named: readonly { readonly optionId: string }[],
): void {
  const known = new Set(options.map(({ id }) => id))
  const ids = new Set(named.map(({ optionId }) => optionId))
  if (ids.size !== named.length) throw invalid('an option stands there twice')
  if (![...ids].every((id) => known.has(id))) throw invalid('an option is not one of this vote, or of another group')
}

function invalid(message: string): AppError {
  return new AppError('ballot.invalid', message)
}
