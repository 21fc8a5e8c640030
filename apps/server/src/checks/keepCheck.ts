import { verdictOf, type CheckRecord, type KeepCheckRequest } from '@tafelrunde/protocol'
import { normaliseLine, type WorkshopId } from '@tafelrunde/schema/plain'
import { resolveInvite } from '../links/resolveInvite.ts'
import type { LinkThrottle } from '../links/LinkThrottle.ts'
import type { Throttle } from '../live/Throttle.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { StoredCheck } from './CheckStore.ts'

type Parts = Pick<ServerParts, 'checks' | 'links' | 'news' | 'now'> & {
  readonly checkThrottle: { readonly ofLinks: LinkThrottle; readonly ofSeats: Throttle<string> }
}

/** Keep what the device of a seat has found out. @throws AppError `request.tooMany` */
export async function keepCheckOfSeat(parts: Parts, seat: Seat, request: KeepCheckRequest): Promise<void> {
  parts.checkThrottle.ofSeats.take(seat.id)
  await keep(parts, { workshopId: seat.workshopId, seatId: seat.id }, request)
}

/** Keep what a device has found out whose person has only a link yet. @throws AppError as resolveInvite, `request.tooMany` */
export async function keepCheckOfInvite(parts: Parts, invite: string, request: KeepCheckRequest): Promise<void> {
  const link = await resolveInvite(parts, invite)
  parts.checkThrottle.ofLinks.take(link.id)
  await keep(parts, { workshopId: link.workshopId, seatId: null }, request)
}

/** All checks of a workshop, for its moderators. */
export async function listChecks(
  { checks }: Pick<ServerParts, 'checks'>,
  workshopId: WorkshopId,
): Promise<readonly CheckRecord[]> {
  return (await checks.list(workshopId)).map(({ device, seatId, at, report }) => {
    return { device, seatId, at, verdict: verdictOf(report), report }
  })
}

async function keep(
  parts: Parts,
  { workshopId, seatId }: Pick<StoredCheck, 'workshopId' | 'seatId'>,
  { device, report }: KeepCheckRequest,
): Promise<void> {
  const browser = normaliseLine(report.browser)
  await parts.checks.keep({ workshopId, seatId, device, at: parts.now(), report: { ...report, browser } })
  parts.news.tell(workshopId, 'checks')
}
