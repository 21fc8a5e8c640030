import { AppError, type OpenVoteRequest, type VotePlanRequest } from '@tafelrunde/protocol'
import {
  newId,
  normaliseLine,
  type Group,
  type RunState,
  type StepId,
  type VotePlan,
  type VoteRound,
  type VoteRoundId,
} from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import { reconcileRounds } from './reconcileRounds.ts'
import type { VoteParts } from './roundOf.ts'
import { groupsOfVote, voteOptions } from './voteOptions.ts'

/**
 * Open a round: of the plan in the request, else of the step that it names, else of the current step. The options are
 * what the boards hold at this moment. They are kept first, the run state comes last: nobody hears of a round that
 * cannot be voted in, and of two moderators who open one at the same time the second is told.
 *
 * @throws AppError `step.unknown` | `vote.unknown` without a plan | `vote.running` | `vote.empty` | `workshop.closed`
 */
export async function openVote(parts: VoteParts, seat: Seat, request: OpenVoteRequest): Promise<VoteRoundId> {
  const { workshopId } = seat
  const run = await reconcileRounds(parts, workshopId)
  assertMayOpen(run)
  const { plan, stepId } = planOf(run, request)
  const boards = await Promise.all(groupsOfVote(plan, run.groups).map((group) => readableBoard(parts, group)))
  const options = voteOptions(plan, boards.flat())
  const id = newId<VoteRoundId>()
  await parts.votes.open({ id, workshopId, isSecret: plan.isSecret, options })
  try {
    await parts.runStates.change(workshopId, (current) => {
      assertMayOpen(current)
      const number = current.rounds.length + 1
      const round: VoteRound = { id, stepId, number, plan, openedAt: parts.now(), closedAt: null }
      return { ...current, rounds: [...current.rounds, round] }
    })
  } catch (cause) {
    await parts.votes.discard(id)
    throw cause
  }
  const details = { roundId: id, stepId, options: options.length }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'vote.opened', details })
  parts.log.info('vote.opened', { workshopId, roundId: id, options: options.length })
  parts.news.tell(workshopId, 'votes')
  return id
}

/** A damaged board has nothing to vote on; the others go on without it. */
async function readableBoard(parts: Pick<VoteParts, 'documents' | 'log'>, group: Group) {
  try {
    return [{ group, board: await parts.documents.readBoard(group.id) }]
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'document.damaged') throw cause
    parts.log.warn('vote.boardLeftOut', { groupId: group.id })
    return []
  }
}

function assertMayOpen(run: RunState): void {
  if (run.closedAt !== null) throw new AppError('workshop.closed', 'the workshop is closed')
  if (run.rounds.some(({ closedAt }) => closedAt === null)) throw new AppError('vote.running', 'a vote is open already')
}

function planOf(run: RunState, request: OpenVoteRequest): { readonly plan: VotePlan; readonly stepId: StepId | null } {
  const stepId = request.stepId ?? run.current?.stepId ?? null
  const step = run.steps.find(({ id }) => id === stepId)
  if (request.stepId !== undefined && !step) throw new AppError('step.unknown', 'the run sheet has no such step')
  const plan = request.plan ? planned(request.plan) : step?.vote
  if (!plan) throw new AppError('vote.unknown', 'no vote is planned for this step')
  return { plan, stepId: step?.id ?? null }
}

function planned(request: VotePlanRequest): VotePlan {
  return { ...request, question: normaliseLine(request.question), options: request.options.map(normaliseLine) }
}
