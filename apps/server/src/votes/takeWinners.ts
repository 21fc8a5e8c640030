import { AppError, documentName, type VoteOption, type WinnersRequest } from '@tafelrunde/protocol'
import {
  cutText,
  dealOut,
  LIMITS,
  newId,
  type GroupId,
  type RunState,
  type TargetGroup,
  type TargetGroupId,
} from '@tafelrunde/schema/plain'
import { openBoard } from '@tafelrunde/schema/transport'
import type { Seat } from '../seams.ts'
import { tellSubmissions } from '../submissions/tellSubmissions.ts'
import { giveCanvas } from './giveCanvas.ts'
import { roundOf, type VoteParts } from './roundOf.ts'

/** Target groups that a workshop can have; the same bound as for a moderator who writes them. */
const MAX_TARGET_GROUPS = 60

/**
 * Make something of the options that a closed round was won by. Notes and written options become target groups, each
 * with a canvas in the groups in turn; recommendations become the priorities of the workshop. What is there already
 * stays: doing it twice, or two moderators at once, makes nothing twice.
 *
 * @throws AppError `vote.unknown` | `vote.running` | `workshop.closed` | `board.frozen` | `board.locked` | `group.unknown` | `request.malformed` | `item.tooMany`
 */
export async function takeWinners(
  parts: VoteParts,
  seat: Seat,
  { roundId, request }: { readonly roundId: string; readonly request: WinnersRequest },
): Promise<RunState> {
  const { workshopId } = seat
  const { run, round, stored } = await roundOf(parts, seat, roundId)
  if (stored.closedAt === null) throw new AppError('vote.running', 'the vote is still open')
  if (run.closedAt !== null) throw new AppError('workshop.closed', 'the workshop is closed')
  const winners = chosen(await parts.voteFacts.options(round.id), request.optionIds)
  const isPriority = round.plan.subject === 'recommendations'
  const changed = isPriority
    ? await prioritise(parts, { seat, winners, roundId: round.id })
    : await assign(parts, run, { seat, winners, groupIds: request.groupIds })
  const details = { roundId: round.id, winners: winners.length }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'vote.winnersTaken', details })
  parts.log.info('vote.winnersTaken', { workshopId, roundId: round.id, winners: winners.length })
  return changed
}

function chosen(options: readonly VoteOption[], ids: readonly string[]): readonly VoteOption[] {
  const winners = [...new Set(ids)].flatMap((id) => options.find((option) => option.id === id) ?? [])
  if (winners.length < ids.length) throw new AppError('request.malformed', 'optionIds: not an option, or named twice')
  return winners
}

async function prioritise(
  parts: VoteParts,
  by: {
    readonly seat: Seat
    readonly winners: readonly VoteOption[]
    readonly roundId: RunState['rounds'][number]['id']
  },
): Promise<RunState> {
  const priorities = by.winners.map(({ key }, at) => ({
    recommendationKey: key ?? '',
    rank: at + 1,
    roundId: by.roundId,
  }))
  await parts.votes.setPriorities(by.seat.workshopId, priorities)
  return tellSubmissions(parts, by.seat.workshopId)
}

async function assign(
  parts: VoteParts,
  run: RunState,
  by: {
    readonly seat: Seat
    readonly winners: readonly VoteOption[]
    readonly groupIds: readonly string[] | undefined
  },
): Promise<RunState> {
  const groupIds = groupsOf(run, by.groupIds)
  for (const groupId of groupIds) assertTakesCanvases(run, groupId)
  const titles = by.winners.map(({ label }) => cutText(label, LIMITS.titleCharacters).trim())
  const pairs = dealOut(titles, groupIds).map(({ winner, group }) => ({ title: winner, groupId: group }))
  const formerTitles = new Map(run.groups.map((group) => [group.id, titlesOf(run, group.id)]))
  const changed = await parts.runStates.change(by.seat.workshopId, (current) => assigned(current, pairs))
  for (const { groupId, title } of pairs) {
    const targetGroup = changed.targetGroups.find((known) => known.title === title)
    if (!targetGroup) continue
    await parts.documents.edit(documentName('group', groupId), (ydoc) =>
      giveCanvas(openBoard(ydoc), targetGroup, formerTitles.get(groupId) ?? []),
    )
  }
  return changed
}

/** Freeze and lock bind everybody, also what a moderator makes of a vote. */
function assertTakesCanvases({ frozen, groups }: RunState, groupId: GroupId): void {
  if (frozen.all || frozen.groupIds.includes(groupId)) throw new AppError('board.frozen', 'the board is frozen')
  if (groups.some(({ id, isLocked }) => id === groupId && isLocked)) throw new AppError('board.locked', 'it is locked')
}

function groupsOf(run: RunState, wanted: readonly string[] | undefined): readonly GroupId[] {
  const groups = run.groups.filter(({ kind }) => kind === 'group').map(({ id }) => id)
  if (wanted === undefined || wanted.length === 0) return groups
  return wanted.map((id) => {
    const groupId = groups.find((known) => known === id)
    if (!groupId) throw new AppError('group.unknown', 'no such group')
    return groupId
  })
}

/** Titles that a canvas of the group has without anybody having written them. */
function titlesOf(run: RunState, groupId: GroupId): readonly string[] {
  const group = run.groups.find(({ id }) => id === groupId)
  const targetGroup = run.targetGroups.find(({ id }) => id === group?.targetGroupId)
  return ['', group?.topic ?? '', targetGroup?.title ?? '']
}

function assigned(run: RunState, pairs: readonly { readonly groupId: GroupId; readonly title: string }[]): RunState {
  const known = new Set(run.targetGroups.map(({ title }) => title))
  const wanted = [...new Set(pairs.map(({ title }) => title))].filter((title) => !known.has(title))
  const added: TargetGroup[] = wanted.map((title) => ({ id: newId<TargetGroupId>(), title }))
  const targetGroups = [...run.targetGroups, ...added]
  if (targetGroups.length > MAX_TARGET_GROUPS) throw new AppError('item.tooMany', 'there are too many target groups')
  return {
    ...run,
    targetGroups,
    groups: run.groups.map((group) => {
      const first = pairs.find(({ groupId }) => groupId === group.id)
      const targetGroup = targetGroups.find(({ title }) => title === first?.title)
      return targetGroup ? { ...group, targetGroupId: targetGroup.id } : group
    }),
  }
}
