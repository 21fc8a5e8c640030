import { groupByList, type EditSeatingRequest, type SeatingResponse } from '@tafelrunde/protocol'
import { normaliseLine, type GroupId, type RunState, type WorkshopId } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { assertGroup, belongsToGroups, moveSeats } from './assignSeats.ts'
import { placeNewcomer } from './placeNewcomer.ts'
import type { Seating } from './SeatingStore.ts'
import type { SeatMove, StoredSeat } from './SeatStore.ts'

type Parts = Pick<ServerParts, 'seats' | 'seatings' | 'runStates' | 'liveSeats' | 'audit' | 'news' | 'log' | 'now'>

/** How people get their groups, as moderators see it. */
export async function readSeating(parts: Pick<Parts, 'seatings'>, workshopId: WorkshopId): Promise<SeatingResponse> {
  const { mode, entries } = await parts.seatings.read(workshopId)
  return { mode, entries: [...entries], moved: 0 }
}

/**
 * Change how people get their groups, as a moderator. Whoever has no group and is put somewhere by the new list or mode
 * is moved at once; with `movesSeated` the list also moves people who have another group.
 *
 * @throws AppError `group.unknown`
 */
export async function editSeating(
  parts: Parts,
  moderator: Seat,
  request: EditSeatingRequest,
): Promise<SeatingResponse> {
  const { workshopId } = moderator
  const run = await parts.runStates.load(workshopId)
  for (const { groupId } of request.entries ?? []) assertGroup(run, groupId)
  const entries = request.entries?.map(({ name, organisation, groupId }) => ({
    name: normaliseLine(name),
    organisation: normaliseLine(organisation),
    groupId,
  }))
  await parts.seatings.write(workshopId, {
    ...(request.mode === undefined ? {} : { mode: request.mode }),
    ...(entries === undefined ? {} : { entries }),
  })
  const seating = await parts.seatings.read(workshopId)
  const moves = movesBy(run, seating, {
    seats: await parts.seats.list(workshopId),
    movesSeated: request.movesSeated ?? false,
  })
  parts.news.tell(workshopId, 'seating')
  const details = { mode: seating.mode, entries: seating.entries.length }
  await parts.audit.append({ workshopId, seatId: moderator.id, at: parts.now(), event: 'seating.edited', details })
  parts.log.info('seating.edited', { workshopId, ...details })
  await moveSeats(parts, moderator, moves)
  return { mode: seating.mode, entries: [...seating.entries], moved: moves.length }
}

/** Who goes where by a list and a mode, in the order of their joining. Pure. */
export function movesBy(
  run: RunState,
  seating: Seating,
  who: { readonly seats: readonly StoredSeat[]; readonly movesSeated: boolean },
): readonly SeatMove[] {
  const moves: SeatMove[] = []
  let seats = who.seats
  for (const seat of who.seats.filter(belongsToGroups)) {
    const groupId = seat.groupId === null ? firstPlace(run, seating, { seats, newcomer: seat }) : listed(seating, seat)
    if (groupId === null || groupId === seat.groupId || (seat.groupId !== null && !who.movesSeated)) continue
    moves.push({ seatId: seat.id, groupId })
    seats = seats.map((other) => (other.id === seat.id ? { ...other, groupId } : other))
  }
  return moves
}

function firstPlace(
  run: RunState,
  seating: Seating,
  question: { readonly seats: readonly StoredSeat[]; readonly newcomer: StoredSeat },
): GroupId | null {
  return placeNewcomer({ run, seating, ...question })[0]?.group.id ?? null
}

function listed({ entries }: Seating, seat: StoredSeat): GroupId | null {
  const match = groupByList(entries, seat)
  return match.kind === 'group' ? (match.groupId as GroupId) : null
}
