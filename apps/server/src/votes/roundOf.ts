import { AppError } from '@tafelrunde/protocol'
import type { RunState, VotePlan, VoteRound } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { StoredRound } from './VoteStore.ts'

/** The parts that every use case of votes names. */
export type VoteParts = Pick<
  ServerParts,
  'votes' | 'voteFacts' | 'runStates' | 'documents' | 'audit' | 'news' | 'log' | 'now'
>

/** A round with what is public about it, what the store knows of it, and the run state that it stands in. */
export interface FoundRound {
  readonly run: RunState
  readonly round: VoteRound
  readonly stored: StoredRound
}

/** The round of the seat's workshop. @throws AppError `vote.unknown` */
export async function roundOf(
  parts: Pick<VoteParts, 'votes' | 'runStates'>,
  { workshopId }: Pick<Seat, 'workshopId'>,
  roundId: string,
): Promise<FoundRound> {
  const run = await parts.runStates.load(workshopId)
  const round = run.rounds.find(({ id }) => id === roundId)
  const stored = round && (await parts.votes.round(round.id))
  if (!round || !stored || stored.workshopId !== workshopId)
    throw new AppError('vote.unknown', 'the workshop has no such vote')
  return { run, round, stored }
}

/** Whether the figures of an open round are for nobody's eyes: a secret ballot would be read from their changes. */
export function isHiddenWhileOpen(plan: Pick<VotePlan, 'isSecret' | 'isHiddenUntilClosed'>): boolean {
  return plan.isSecret || plan.isHiddenUntilClosed
}
