import { AppError, type JoinResponse, type RecoverRequest } from '@tafelrunde/protocol'
import type { WorkshopId } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { joinResponseOf, newSecrets } from './joinByInvite.ts'
import { hashRecoveryCode, newRecoveryCode, normaliseRecoveryCode } from './recoveryCode.ts'
import type { RecoveryBrake } from './RecoveryBrake.ts'

type Parts = Pick<ServerParts, 'seats' | 'runStates' | 'liveSeats' | 'audit' | 'log' | 'now'> & {
  readonly recoveryBrake: RecoveryBrake
}

/**
 * Give a seat to the device that knows its recovery code: new token, new code, the old ones die at once.
 *
 * An unknown workshop fails like a wrong code does, so that nobody learns which workshops exist.
 *
 * @throws AppError `recovery.failed` | `recovery.slowedDown`
 */
export async function recoverSeat(parts: Parts, request: RecoverRequest): Promise<JoinResponse> {
  const workshopId = request.workshop as WorkshopId
  const code = normaliseRecoveryCode(request.recoveryCode)
  const oldHash = code === null ? null : hashRecoveryCode(workshopId, code)
  const seat = oldHash === null ? null : await parts.seats.byRecovery(workshopId, oldHash)
  const secrets = newSecrets({ workshopId })
  // Everything that can fail comes before the old code dies, or the new one would be shown to nobody.
  const run = seat === null ? null : await parts.runStates.load(workshopId)
  const isMine =
    seat !== null &&
    run !== null &&
    oldHash !== null &&
    seat.revokedAt === null &&
    (await parts.seats.replaceSecrets(seat.id, oldHash, secrets.hashes))
  if (!isMine) {
    await parts.recoveryBrake.failed(workshopId)
    throw new AppError('recovery.failed', 'no seat of this workshop has this recovery code')
  }
  parts.liveSeats.tellTokenReplaced(seat.id)
  parts.log.info('seat.recovered', { workshopId, seatId: seat.id })
  await parts.audit
    .append({ workshopId, seatId: seat.id, at: parts.now(), event: 'seat.recovered', details: {} })
    .catch((cause: unknown) => parts.log.error('process.failed', { origin: 'audit' }, cause))
  return joinResponseOf(run, seat, secrets)
}

/** A new code for a seat whose owner has lost the old one but still has the device. */
export async function renewRecoveryCode(parts: Pick<Parts, 'seats'>, seat: Seat): Promise<string> {
  const recoveryCode = newRecoveryCode()
  const normalised = normaliseRecoveryCode(recoveryCode) as string
  await parts.seats.replaceRecovery(seat.id, hashRecoveryCode(seat.workshopId, normalised))
  return recoveryCode
}
