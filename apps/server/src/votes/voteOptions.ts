import { AppError, isModerating, isWriting, MAX_VOTE_OPTIONS, type VoteOption } from '@tafelrunde/protocol'
import {
  cutText,
  newId,
  normaliseLine,
  plainTextOf,
  type BoardSnapshot,
  type Group,
  type VotePlan,
} from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import { voteableNotes } from './voteableNotes.ts'

/** As much of a note as can be compared at a glance; the whole text is on its board. */
const LABEL_CHARACTERS = 300

/** A board as it is when the round opens. */
export interface VotedBoard {
  readonly group: Group
  readonly board: BoardSnapshot
}

/** Groups whose boards a vote is about; none for written options. */
export function groupsOfVote(plan: Pick<VotePlan, 'subject' | 'where'>, groups: readonly Group[]): readonly Group[] {
  if (plan.subject === 'options') return []
  if (plan.subject === 'recommendations') return groups
  return groups.filter(({ kind }) => (kind === 'common') === (plan.where === 'common'))
}

/**
 * What can be voted for, from the boards as they are, in their order.
 *
 * @throws AppError `vote.empty` | `item.tooMany`
 */
export function voteOptions(plan: VotePlan, boards: readonly VotedBoard[]): readonly VoteOption[] {
  const options =
    plan.subject === 'options'
      ? [...new Set(plan.options.map((text) => normaliseLine(text).trim()))].map((label) => optionOf(label, null, null))
      : boards.flatMap(({ group, board }) => optionsOfBoard(plan, group, board))
  const named = options.filter(({ label }) => label !== '')
  if (named.length === 0) throw new AppError('vote.empty', 'there is nothing to vote on')
  if (named.length > MAX_VOTE_OPTIONS) throw new AppError('item.tooMany', 'there is too much to vote on')
  return named
}

/**
 * Those of the options that a seat may vote for, and all that it gets of an open round: estimates among the groups are
 * given by members for their own group, so that nobody's figures lean on another group's.
 */
export function optionsForSeat(
  plan: Pick<VotePlan, 'kind' | 'subject' | 'where'>,
  options: readonly VoteOption[],
  seat: Pick<Seat, 'role' | 'groupId'>,
): readonly VoteOption[] {
  const isByGroup = plan.kind === 'estimate' && plan.subject === 'recommendations' && plan.where === 'groups'
  if (!isByGroup || isModerating(seat.role)) return options
  // A link for the whole workshop that only looks on sees every group; somebody without a group has none to speak for.
  if (seat.groupId === null && !isWriting(seat.role)) return options
  return options.filter(({ groupId }) => groupId === seat.groupId)
}

function optionsOfBoard(plan: VotePlan, group: Group, board: BoardSnapshot): readonly VoteOption[] {
  if (plan.subject === 'notes') {
    return voteableNotes(board, plan).map(({ id, plainText }) => optionOf(plainText, group, id))
  }
  return board.recommendations
    .filter(({ state }) => state === 'active')
    .map(({ id, title, description }) => optionOf(title || plainTextOf(description), group, id))
}

function optionOf(text: string, group: Group | null, entryId: string | null): VoteOption {
  const groupId = group?.id ?? null
  const label = cutText(normaliseLine(text).trim(), LABEL_CHARACTERS)
  return { id: newId<string>(), key: entryId === null ? null : `${groupId}/${entryId}`, groupId, label }
}
