import type { OwnSeatResponse } from '@tafelrunde/protocol'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { Feed, FeedOutlet } from '../live/FeedEvent.ts'
import { belongsToGroups } from './assignSeats.ts'
import { groupChoices } from './groupChoices.ts'

type Parts = Pick<ServerParts, 'seats' | 'seatings' | 'links' | 'runStates' | 'liveSeats' | 'log'>

/** What a seat may know of itself. While it waits in the lobby that is all it may know. */
export async function readOwnSeat(parts: Parts, seat: Seat): Promise<OwnSeatResponse> {
  const { id, name, organisation, role, groupId, isWaiting, isMuted, people, companions } = seat
  const run = await parts.runStates.load(seat.workshopId)
  const { title, language } = run.workshop
  const common = run.groups.find(({ kind }) => kind === 'common')
  const mayChoose = !isWaiting && (await mayChooseGroup(parts, seat))
  return {
    seat: { id, name, organisation, role, groupId, isWaiting, isMuted, people, companions },
    workshop: { id: seat.workshopId, title, language },
    commonGroupId: isWaiting ? null : (common?.id ?? null),
    groups: mayChoose ? groupChoices(run, await parts.seats.list(seat.workshopId)) : [],
  }
}

/** Whether a person changes the own group: only where the link has left it open and the moderators do not give it. */
export async function mayChooseGroup(parts: Pick<Parts, 'seats' | 'seatings' | 'links'>, seat: Seat): Promise<boolean> {
  if (!belongsToGroups(seat)) return false
  const stored = await parts.seats.byId(seat.id)
  const link = stored ? await parts.links.byId(stored.linkId) : null
  return link?.groupId === null && (await parts.seatings.read(seat.workshopId)).mode === 'free'
}

/** The own seat as one feed: `state` at the start and whenever it changes; ends when the seat is revoked. */
export async function streamOwnSeat(parts: Parts, seat: Seat, outlet: FeedOutlet): Promise<Feed> {
  let isStopped = false
  let turn = Promise.resolve()
  const send = async (now: Seat): Promise<void> => {
    const data = await readOwnSeat(parts, now)
    if (!isStopped) outlet.send({ event: 'state', data: { ...data } })
  }
  const unsubscribe = parts.liveSeats.onSeatChanged((seatId, changed) => {
    if (seatId !== seat.id) return
    if (!changed) return outlet.end()
    turn = turn
      .then(() => send(changed))
      .catch((cause: unknown) => parts.log.error('process.failed', { origin: 'seat' }, cause))
  })
  const stop = (): void => {
    isStopped = true
    unsubscribe()
  }
  try {
    await send(seat)
  } catch (cause) {
    stop()
    throw cause
  }
  return { stop }
}
