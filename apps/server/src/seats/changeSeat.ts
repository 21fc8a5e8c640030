import { AppError, isModerating, type EditSeatRequest, type SeatRecord } from '@tafelrunde/protocol'
import { normaliseLine, type GroupId, type SeatId, type WorkshopId } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { belongsToGroups } from './assignSeats.ts'
import { presentSeats } from './presentSeats.ts'
import { mayChooseGroup } from './readOwnSeat.ts'
import type { SeatChange, StoredSeat } from './SeatStore.ts'

type Parts = Pick<
  ServerParts,
  'seats' | 'seatings' | 'links' | 'runStates' | 'documents' | 'liveSeats' | 'audit' | 'news' | 'log' | 'now'
>

/** The living seats of a workshop, as moderators see them. */
export async function listSeats(
  parts: Pick<Parts, 'seats' | 'runStates' | 'documents'>,
  workshopId: WorkshopId,
): Promise<readonly SeatRecord[]> {
  const present = presentSeats(parts.documents, await parts.runStates.load(workshopId))
  const seats = await parts.seats.list(workshopId)
  return seats.map((seat) => seatRecordOf(seat, present.has(seat.id)))
}

/**
 * Change one's own name, organisation, group or how many one is. The group only where the link left the choice, since a
 * link is a capability for exactly its group, and the moderators do too; nobody changes the own role or unmutes himself.
 *
 * @throws AppError `seat.notAllowed` | `group.unknown` | `group.full`
 */
export async function changeOwnSeat(parts: Parts, seat: Seat, request: EditSeatRequest): Promise<SeatRecord> {
  if (request.role !== undefined) throw new AppError('seat.notAllowed', 'the role is given by the link')
  if (request.isMuted !== undefined) throw new AppError('seat.notAllowed', 'only moderators mute')
  const stored = await seatOf(parts, seat.workshopId, seat.id)
  if (request.groupId !== undefined && request.groupId !== stored.groupId) {
    const mayChoose = await mayChooseGroup(parts, seat)
    if (!mayChoose || request.groupId === null) {
      throw new AppError('seat.notAllowed', 'the group is given by the link or by the moderators')
    }
  }
  return change(parts, stored, { request, isBoundBySize: true })
}

/**
 * Change somebody's seat, as a moderator. Moving people is not bound by the size of the group.
 *
 * @throws AppError `seat.notAllowed` | `request.notFound` | `group.unknown`
 */
export async function changeSeatOf(
  parts: Parts,
  moderator: Seat,
  edit: { readonly seatId: SeatId; readonly request: EditSeatRequest },
): Promise<SeatRecord> {
  const stored = await seatOf(parts, moderator.workshopId, edit.seatId)
  assertMayTouch(moderator, stored)
  const { role, groupId, isMuted } = edit.request
  if (!belongsToGroups(stored) && (role !== undefined || groupId !== undefined || isMuted !== undefined)) {
    throw new AppError('seat.notAllowed', 'only participants and scribes change group or role, or are muted')
  }
  const record = await change(parts, stored, { request: edit.request, isBoundBySize: false })
  const details = { seatId: stored.id, groupId: record.groupId, role: record.role }
  const at = parts.now()
  const { workshopId } = stored
  await parts.audit.append({ workshopId, seatId: moderator.id, at, event: 'seat.edited', details })
  if (isMuted !== undefined && isMuted !== stored.isMuted) {
    const event = isMuted ? 'seat.muted' : 'seat.unmuted'
    await parts.audit.append({ workshopId, seatId: moderator.id, at, event, details: { seatId: stored.id } })
    parts.log.info('seat.muted', { workshopId, seatId: stored.id, isMuted })
  }
  return record
}

/** The seat's connections end in under a second and its token is dead. @throws AppError as changeSeatOf */
export async function revokeSeat(parts: Parts, moderator: Seat, seatId: SeatId): Promise<void> {
  const stored = await seatOf(parts, moderator.workshopId, seatId)
  assertMayTouch(moderator, stored)
  const { workshopId } = stored
  await parts.seats.revoke(seatId, parts.now())
  await parts.liveSeats.tellChanged(seatId)
  const details = { seatId }
  await parts.audit.append({ workshopId, seatId: moderator.id, at: parts.now(), event: 'seat.revoked', details })
  parts.log.info('seat.revoked', { workshopId, seatId })
  parts.news.tell(workshopId, 'seats')
}

async function change(
  parts: Parts,
  stored: StoredSeat,
  { request, isBoundBySize }: { readonly request: EditSeatRequest; readonly isBoundBySize: boolean },
): Promise<SeatRecord> {
  const run = await parts.runStates.load(stored.workshopId)
  const group = run.groups.find(({ id, kind }) => id === request.groupId && kind === 'group')
  if (request.groupId && !group) throw new AppError('group.unknown', 'the workshop has no such group')
  const wanted: SeatChange = {
    ...(request.name === undefined ? {} : { name: normaliseLine(request.name) }),
    ...(request.organisation === undefined ? {} : { organisation: normaliseLine(request.organisation) }),
    ...(request.groupId === undefined ? {} : { groupId: request.groupId as GroupId | null }),
    ...(request.role === undefined ? {} : { role: request.role }),
    ...(request.people === undefined ? {} : { people: request.people }),
    ...(request.companions === undefined ? {} : { companions: normaliseLine(request.companions) }),
    ...(request.isMuted === undefined ? {} : { isMuted: request.isMuted }),
  }
  const refusal = await parts.seats.change(stored.id, wanted, isBoundBySize ? (group?.maxSeats ?? null) : null)
  if (refusal) throw new AppError(refusal, 'the group has no seat left')
  await parts.liveSeats.tellChanged(stored.id)
  parts.news.tell(stored.workshopId, 'seats')
  const present = presentSeats(parts.documents, run)
  return seatRecordOf({ ...stored, ...wanted }, present.has(stored.id))
}

async function seatOf(parts: Parts, workshopId: WorkshopId, seatId: SeatId): Promise<StoredSeat> {
  const stored = await parts.seats.byId(seatId)
  if (!stored || stored.workshopId !== workshopId || stored.revokedAt !== null) {
    throw new AppError('request.notFound', 'the workshop has no such seat')
  }
  return stored
}

/** Moderators deal with everybody but the owner; the owner with everybody. @throws AppError `seat.notAllowed` */
export function assertMayTouch(moderator: Seat, stored: StoredSeat): void {
  const mayTouch = moderator.role === 'owner' || (isModerating(moderator.role) && stored.role !== 'owner')
  if (!mayTouch) throw new AppError('seat.notAllowed', 'only the owner changes the owner')
}

function seatRecordOf(seat: StoredSeat, isPresent: boolean): SeatRecord {
  const { id, name, organisation, role, groupId, joinedAt, isWaiting, isMuted, people, companions } = seat
  return { id, name, organisation, role, groupId, joinedAt, isPresent, isWaiting, isMuted, people, companions }
}
