import { isModerating, isWriting } from '@tafelrunde/protocol'
import type { StoredSeat } from './seats.ts'

/** Address of a place of a workshop for this seat; always names the seat, so that two can share one browser. */
export function placeUrl(
  seat: Pick<StoredSeat, 'workshopId' | 'seatId'>,
  place: 'cockpit' | 'plenary' | 'screen' | 'remote' | 'results' | 'check' | { board: string } | null = null,
): string {
  const path = place === null ? '' : typeof place === 'string' ? `/${place}` : `/g/${place.board}`
  return `/w/${seat.workshopId}${path}?seat=${seat.seatId}`
}

/**
 * Where a seat belongs: moderators in the cockpit, members on their board, the others in front of the plenary. Who
 * waits in the lobby or for a group is shown the way from there.
 */
export function homeOf(seat: Pick<StoredSeat, 'workshopId' | 'seatId' | 'role' | 'groupId' | 'isWaiting'>): string {
  if (seat.isWaiting) return placeUrl(seat)
  if (isModerating(seat.role)) return placeUrl(seat, 'cockpit')
  if (seat.role === 'screen') return placeUrl(seat, 'screen')
  if (seat.groupId) return placeUrl(seat, { board: seat.groupId })
  return placeUrl(seat, isWriting(seat.role) ? null : 'plenary')
}
