import type { SeatId } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'

type Parts = Pick<ServerParts, 'seats' | 'liveSeats' | 'audit' | 'news' | 'log' | 'now'>

/** Let seats in that wait in the lobby, as a moderator; `ids` null: all of them. Others of the workshop stay as they are. */
export async function admitSeats(parts: Parts, moderator: Seat, ids: readonly SeatId[] | null): Promise<void> {
  const { workshopId } = moderator
  const waiting = (await parts.seats.list(workshopId)).filter(({ isWaiting }) => isWaiting).map(({ id }) => id)
  const wanted = ids === null ? waiting : waiting.filter((id) => ids.includes(id))
  if (wanted.length === 0) return
  const admitted = await parts.seats.admit(workshopId, wanted)
  await Promise.all(admitted.map((id) => parts.liveSeats.tellChanged(id)))
  parts.news.tell(workshopId, 'seats')
  const details = { seats: admitted.length, seatIds: admitted.join(' ') }
  await parts.audit.append({ workshopId, seatId: moderator.id, at: parts.now(), event: 'seats.admitted', details })
  parts.log.info('seats.admitted', { workshopId, seats: admitted.length })
}
