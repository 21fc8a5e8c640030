import { stepRunOf, type GroupId, type RunState, type VoteRound } from '@tafelrunde/schema'

/**
 * The round that a board shows: the open one, else the last one for as long as its step runs, or no step has begun
 * since it was closed.
 */
export function shownRound(run: RunState, groupId: GroupId): VoteRound | null {
  const open = run.rounds.find(({ closedAt }) => closedAt === null)
  if (open) return open
  const last = run.rounds.at(-1)
  if (!last || last.closedAt === null) return null
  const stepRun = stepRunOf(run, groupId)
  const isOver = stepRun && stepRun.stepId !== last.stepId && stepRun.startedAt > last.closedAt
  return isOver ? null : last
}
