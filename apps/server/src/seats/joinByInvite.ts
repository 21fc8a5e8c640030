import { AppError, type InviteResponse, type JoinRequest, type JoinResponse } from '@tafelrunde/protocol'
import { newId, normaliseLine, type Group, type GroupId, type RunState, type SeatId } from '@tafelrunde/schema/plain'
import type { Link } from '../links/LinkStore.ts'
import type { LinkThrottle } from '../links/LinkThrottle.ts'
import { resolveInvite } from '../links/resolveInvite.ts'
import { hashToken, newSeatToken } from '../links/tokens.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { hashRecoveryCode, newRecoveryCode, normaliseRecoveryCode } from './recoveryCode.ts'
import { presentSeats } from './presentSeats.ts'
import type { SeatLimits } from './SeatStore.ts'

/** Most living seats of one workshop, and of one link without a group size. */
export const SEATS_PER_WORKSHOP = 500

/** People join again on other devices without their code, so a group's link admits more than the group holds. */
const SEATS_PER_PLACE = 3

type Parts = Pick<ServerParts, 'links' | 'seats' | 'runStates' | 'documents' | 'news' | 'log' | 'now'> & {
  readonly linkThrottle: LinkThrottle
}

/** What a link leads to, for the join page. @throws AppError as resolveInvite */
export async function describeInvite(parts: Omit<Parts, 'linkThrottle'>, invite: string): Promise<InviteResponse> {
  const link = await resolveInvite(parts, invite)
  const run = await parts.runStates.load(link.workshopId)
  const seats = await parts.seats.list(link.workshopId)
  const group = run.groups.find(({ id }) => id === link.groupId)
  const { organisations, ...workshop } = run.workshop
  return {
    workshop: { ...workshop, organisations: [...organisations] },
    role: link.role,
    group: group ? briefOf(group) : null,
    groups: isChoosing(link)
      ? breakoutGroups(run).map((choice) => ({
          ...briefOf(choice),
          seats: seats.filter(({ groupId }) => groupId === choice.id).length,
          maxSeats: choice.maxSeats,
        }))
      : [],
    present: presentSeats(parts.documents, run).size,
  }
}

/**
 * Take a seat. Token and recovery code are in the answer for the only time.
 *
 * The size of a group binds those who choose it; a link into the group admits three times as many.
 *
 * @throws AppError as resolveInvite, `group.unknown` | `group.full` | `link.full` | `request.tooMany` |
 * `request.malformed`
 */
export async function joinByInvite(parts: Parts, request: JoinRequest): Promise<JoinResponse> {
  const link = await resolveInvite(parts, request.invite)
  parts.linkThrottle.take(link.id)
  const run = await parts.runStates.load(link.workshopId)
  const group = groupToJoin(run, link, request.group)
  const seat: Seat = {
    id: newId<SeatId>(),
    workshopId: link.workshopId,
    role: link.role,
    groupId: group?.id ?? null,
    name: normaliseLine(request.name ?? ''),
    organisation: normaliseLine(request.organisation ?? ''),
  }
  const secrets = newSecrets(seat)
  const stored = { ...seat, linkId: link.id, joinedAt: parts.now() }
  const refusal = await parts.seats.add(stored, secrets.hashes, limitsOf(link, group))
  if (refusal) throw new AppError(refusal, 'there is no seat left')
  parts.log.info('seat.taken', { workshopId: seat.workshopId, seatId: seat.id, role: seat.role })
  parts.news.tell(seat.workshopId, 'seats')
  return joinResponseOf(run, seat, secrets)
}

/** A new token and recovery code for a seat, with what is stored of them. */
export function newSecrets(seat: Pick<Seat, 'workshopId'>) {
  const [token, recoveryCode] = [newSeatToken(), newRecoveryCode()]
  const recoveryHash = hashRecoveryCode(seat.workshopId, normaliseRecoveryCode(recoveryCode) as string)
  return { token, recoveryCode, hashes: { tokenHash: hashToken(token), recoveryHash } }
}

/** What a person's device gets when a seat becomes its own. */
export function joinResponseOf(
  run: RunState,
  seat: Seat,
  secrets: { readonly token: string; readonly recoveryCode: string },
): JoinResponse {
  const group = run.groups.find(({ id }) => id === seat.groupId)
  const { id, name, organisation, role } = seat
  return {
    token: secrets.token,
    seat: { id, name, organisation, role, recoveryCode: secrets.recoveryCode },
    workshop: { id: seat.workshopId, title: run.workshop.title, language: run.workshop.language },
    group: group ? { id: group.id, letter: group.letter, colour: group.colour, name: group.name } : null,
  }
}

function groupToJoin(run: RunState, link: Link, wish: string | undefined): Group | null {
  if (link.groupId !== null) {
    if (wish !== undefined && wish !== link.groupId)
      throw new AppError('group.foreign', 'the link is for another group')
    return run.groups.find(({ id }) => id === link.groupId) ?? null
  }
  if (wish === undefined) return null
  if (!isChoosing(link)) throw new AppError('request.malformed', 'group: this link is for the whole workshop')
  const group = breakoutGroups(run).find(({ id }) => id === (wish as GroupId))
  if (!group) throw new AppError('group.unknown', 'the workshop has no such group')
  return group
}

function limitsOf(link: Link, group: Group | null): SeatLimits {
  const size = group?.maxSeats ?? null
  const isChosen = link.groupId === null
  return {
    perLink: !isChosen && size !== null ? size * SEATS_PER_PLACE : SEATS_PER_WORKSHOP,
    perWorkshop: SEATS_PER_WORKSHOP,
    perGroup: isChosen ? size : null,
  }
}

function isChoosing(link: Link): boolean {
  return link.groupId === null && (link.role === 'participant' || link.role === 'scribe')
}

function breakoutGroups(run: RunState): readonly Group[] {
  return run.groups.filter(({ kind }) => kind === 'group')
}

function briefOf({ id, letter, colour, name, topic }: Group) {
  return { id, letter, colour, name, topic }
}
