import type { Rehearsed, VoteAccount } from './RehearsalAccount.ts'
import { rehearsalProblem, type RehearsalFault, type RehearsalProblem } from './RehearsalProblem.ts'

/** Votes that could not be opened, cast or used. */
export function ballotProblems({ run, account }: Rehearsed): readonly RehearsalProblem[] {
  return account.steps.flatMap(({ stepId, vote }) => {
    if (!vote) return []
    const isEstimate = run.steps.find(({ id }) => id === stepId)?.vote?.kind === 'estimate'
    const { ballots } = vote
    const figures = { options: vote.options, people: ballots.tried }
    return [
      ...faultsOf(vote, isEstimate).map((code) => rehearsalProblem(code, { stepId, figures })),
      ...vote.leftOut.map((groupId) => rehearsalProblem('vote.groupLeftOut', { stepId, groupId })),
    ]
  })
}

function faultsOf(vote: VoteAccount, isEstimate: boolean): readonly RehearsalFault[] {
  const { refusal, options, ballots, hasTakenWinners } = vote
  if (refusal === 'vote.empty') return ['vote.nothing']
  if (refusal !== null) return ['vote.notOpened']
  return [
    ...(options === 1 && !isEstimate ? (['vote.single'] as const) : []),
    ...(ballots.tried > 0 && ballots.done === 0 ? (['vote.nobody'] as const) : []),
    ...(hasTakenWinners === false ? (['winners.refused'] as const) : []),
  ]
}
