import { AppError, isModerating, type InviteResponse, type JoinRequest, type JoinResponse } from '@tafelrunde/protocol'
import { newId, normaliseLine, type GroupId, type RunState, type SeatId } from '@tafelrunde/schema/plain'
import type { Link } from '../links/LinkStore.ts'
import type { LinkThrottle } from '../links/LinkThrottle.ts'
import { resolveInvite } from '../links/resolveInvite.ts'
import { hashToken, newSeatToken } from '../links/tokens.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { belongsToGroups } from './assignSeats.ts'
import { breakoutGroups, briefOf, groupChoices } from './groupChoices.ts'
import { placeNewcomer } from './placeNewcomer.ts'
import { hashRecoveryCode, newRecoveryCode, normaliseRecoveryCode } from './recoveryCode.ts'
import { presentSeats } from './presentSeats.ts'
import type { Seating } from './SeatingStore.ts'
import type { SeatLimits, SeatRefusal, SeatSecrets } from './SeatStore.ts'

/** Most living seats of one workshop, and of one link without a group size. */
export const SEATS_PER_WORKSHOP = 500

/** People join again on other devices without their code, so a group's link admits more than the group holds. */
const SEATS_PER_PLACE = 3

type Parts = Pick<ServerParts, 'links' | 'seats' | 'seatings' | 'runStates' | 'documents' | 'news' | 'log' | 'now'> & {
  readonly linkThrottle: LinkThrottle
}

/** What a link leads to, for the join page. @throws AppError as resolveInvite */
export async function describeInvite(parts: Omit<Parts, 'linkThrottle'>, invite: string): Promise<InviteResponse> {
  const link = await resolveInvite(parts, invite)
  const run = await parts.runStates.load(link.workshopId)
  const seats = await parts.seats.list(link.workshopId)
  const isOpen = isLeavingGroupOpen(link)
  const isAssigned = isOpen && (await parts.seatings.read(link.workshopId)).mode !== 'free'
  const group = run.groups.find(({ id }) => id === link.groupId)
  const { organisations, ...workshop } = run.workshop
  return {
    workshop: { ...workshop, organisations: [...organisations] },
    role: link.role,
    group: group ? briefOf(group) : null,
    groups: isOpen && !isAssigned ? groupChoices(run, seats) : [],
    isAssigned,
    present: presentSeats(parts.documents, run).size,
  }
}

/**
 * Take a seat. Token and recovery code are in the answer for the only time.
 *
 * The size of a group binds those who choose it; a link into the group admits three times as many. Where the moderators
 * give the groups, a wish is passed over. While the lobby is on, newcomers who do not moderate get a seat that waits.
 *
 * @throws AppError as resolveInvite, `group.unknown` | `group.full` | `link.full` | `request.tooMany` |
 * `request.malformed`
 */
export async function joinByInvite(parts: Parts, request: JoinRequest): Promise<JoinResponse> {
  const link = await resolveInvite(parts, request.invite)
  parts.linkThrottle.take(link.id)
  const run = await parts.runStates.load(link.workshopId)
  const person = {
    name: normaliseLine(request.name ?? ''),
    organisation: normaliseLine(request.organisation ?? ''),
    people: request.people ?? 1,
    companions: normaliseLine(request.companions ?? ''),
  }
  const places = await placesFor(parts, { run, link, wish: request.group, person })
  const base: Seat = {
    id: newId<SeatId>(),
    workshopId: link.workshopId,
    role: link.role,
    groupId: null,
    ...person,
    isWaiting: run.hasLobby && !isModerating(link.role),
    isMuted: false,
  }
  const secrets = newSecrets(base)
  const seat = await letInWithoutLobby(parts, await takeFirst(parts, { base, link, places, hashes: secrets.hashes }))
  const { workshopId, id: seatId, role, isWaiting } = seat
  parts.log.info('seat.taken', { workshopId, seatId, role, isWaiting })
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
  const { id, name, organisation, role, isWaiting } = seat
  return {
    token: secrets.token,
    seat: { id, name, organisation, role, recoveryCode: secrets.recoveryCode, isWaiting },
    workshop: { id: seat.workshopId, title: run.workshop.title, language: run.workshop.language },
    group: group ? { id: group.id, letter: group.letter, colour: group.colour, name: group.name } : null,
  }
}

/** A group to sit down in, or none; `maxSeats` binds, null does not. */
interface Place {
  readonly groupId: GroupId | null
  readonly maxSeats: number | null
}

/** Where to sit down, best place first; a later one counts when those before it have filled up meanwhile. */
async function placesFor(
  parts: Parts,
  question: {
    readonly run: RunState
    readonly link: Link
    readonly wish: string | undefined
    readonly person: Pick<Seat, 'name' | 'organisation'>
  },
): Promise<readonly Place[]> {
  const { run, link, wish, person } = question
  if (!isLeavingGroupOpen(link)) return [groupOfLink(run, link, wish)]
  const seating: Seating = await parts.seatings.read(link.workshopId)
  if (wish !== undefined && seating.mode === 'free') return [wishedGroup(run, wish)]
  const seats = seating.mode === 'smallest' ? await parts.seats.list(link.workshopId) : []
  const found = placeNewcomer({ run, seating, seats, newcomer: person })
  const nowhere = { groupId: null, maxSeats: null }
  return [...found.map(({ group, maxSeats }) => ({ groupId: group.id, maxSeats })), nowhere]
}

/** @throws AppError `group.foreign` | `request.malformed` */
function groupOfLink(run: RunState, link: Link, wish: string | undefined): Place {
  if (link.groupId === null) {
    if (wish !== undefined) throw new AppError('request.malformed', 'group: this link is for the whole workshop')
    return { groupId: null, maxSeats: null }
  }
  if (wish !== undefined && wish !== link.groupId) throw new AppError('group.foreign', 'the link is for another group')
  const group = run.groups.find(({ id }) => id === link.groupId)
  return { groupId: group?.id ?? null, maxSeats: null }
}

/** @throws AppError `group.unknown` */
function wishedGroup(run: RunState, wish: string): Place {
  const group = breakoutGroups(run).find(({ id }) => id === (wish as GroupId))
  if (!group) throw new AppError('group.unknown', 'the workshop has no such group')
  return { groupId: group.id, maxSeats: group.maxSeats }
}

/** @throws AppError `group.full` | `link.full` */
async function takeFirst(
  parts: Parts,
  wish: {
    readonly base: Seat
    readonly link: Link
    readonly places: readonly Place[]
    readonly hashes: SeatSecrets
  },
): Promise<Seat> {
  const { base, link, places, hashes } = wish
  const run = await parts.runStates.load(link.workshopId)
  let refusal: SeatRefusal | null = null
  for (const { groupId, maxSeats } of places) {
    const seat = { ...base, groupId }
    const stored = { ...seat, linkId: link.id, joinedAt: parts.now() }
    refusal = await parts.seats.add(stored, hashes, { ...boundsOf(run, link), perGroup: maxSeats })
    if (refusal === null) return seat
    if (refusal !== 'group.full') break
  }
  throw new AppError(refusal ?? 'link.full', 'there is no seat left')
}

/**
 * The lobby may have ended after it was looked at and before the seat was stored; who was let in then did not know this
 * seat. Whoever ends it does so first and looks for those who wait afterwards, so one of the two sees the other.
 */
async function letInWithoutLobby(parts: Pick<Parts, 'runStates' | 'seats'>, seat: Seat): Promise<Seat> {
  if (!seat.isWaiting) return seat
  const { hasLobby } = await parts.runStates.load(seat.workshopId)
  if (hasLobby) return seat
  await parts.seats.admit(seat.workshopId, [seat.id])
  return { ...seat, isWaiting: false }
}

function boundsOf(run: RunState, link: Link): Omit<SeatLimits, 'perGroup'> {
  const size = run.groups.find(({ id }) => id === link.groupId)?.maxSeats ?? null
  return {
    perLink: size === null ? SEATS_PER_WORKSHOP : size * SEATS_PER_PLACE,
    perWorkshop: SEATS_PER_WORKSHOP,
  }
}

/** Whether people who come by the link need a group and are not given one by it. */
function isLeavingGroupOpen(link: Link): boolean {
  return link.groupId === null && belongsToGroups(link)
}
