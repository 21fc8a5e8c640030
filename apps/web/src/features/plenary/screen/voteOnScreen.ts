import type { RunState, VotePlan, VoteRound } from '@tafelrunde/schema/plain'

/** The vote that the room looks at: what is asked, and the round if one was opened. */
export interface VoteOnScreen {
  readonly plan: VotePlan
  readonly round: VoteRound | null
}

/**
 * The vote of the running step, with its newest round; without one the round that is open or was open last. Null when
 * there is nothing to vote on.
 */
export function voteOnScreen(run: Pick<RunState, 'steps' | 'current' | 'rounds'>): VoteOnScreen | null {
  const step = run.steps.find(({ id }) => id === run.current?.stepId)
  const ofStep = run.rounds.findLast(({ stepId }) => stepId !== null && stepId === step?.id)
  if (ofStep) return { plan: ofStep.plan, round: ofStep }
  const open = run.rounds.findLast(({ closedAt }) => closedAt === null)
  if (open) return { plan: open.plan, round: open }
  if (step?.vote) return { plan: step.vote, round: null }
  const last = run.rounds.at(-1)
  return last ? { plan: last.plan, round: last } : null
}
