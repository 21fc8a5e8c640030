import type { Role } from '@tafelrunde/protocol'
import type { GroupId, SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import type { LinkId } from '../links/LinkStore.ts'
import type { TokenHash } from '../links/tokens.ts'
import type { Seat } from '../seams.ts'

/** A seat with what only the server's own bookkeeping needs. */
export interface StoredSeat extends Seat {
  readonly linkId: LinkId
  readonly joinedAt: number
  readonly revokedAt: number | null
}

/** What opens a seat; both are replaced together when it is recovered. */
export interface SeatSecrets {
  readonly tokenHash: TokenHash
  readonly recoveryHash: TokenHash
}

/** How many living seats there may be before one more is refused; null: no bound. */
export interface SeatLimits {
  readonly perLink: number
  readonly perWorkshop: number
  readonly perGroup: number | null
}

/** What may change about a seat. */
export interface SeatChange {
  readonly name?: string
  readonly organisation?: string
  readonly groupId?: GroupId | null
  readonly role?: Role
  readonly people?: number
  readonly companions?: string
  readonly isMuted?: boolean
}

/** Where one seat goes. */
export interface SeatMove {
  readonly seatId: SeatId
  readonly groupId: GroupId | null
}

/** Why a seat was not added. */
export type SeatRefusal = 'link.full' | 'group.full'

/**
 * Where seats are kept.
 *
 * [SE1] A stored seat is found by the hash of its token and by that of its recovery code, revoked or not.
 * [SE2] `add` refuses the seat that would exceed a limit, also when many are added at once; revoked seats do not count.
 * [SE3] `replaceSecrets` takes effect only while the recovery code is still the given one: of two devices that use the
 *      same code at once, one gets the seat. The old token and code find nothing afterwards.
 * [SE4] `change` changes what it is given and nothing else; a move into a full group is refused.
 * [SE5] `revoke` is remembered; a revoked seat stays found, so that its owner is told so.
 * [SE6] `list` gives the living seats of one workshop in the order of their joining.
 * [SE7] `assign` moves living participants and scribes of its workshop, all in one transaction; others stay.
 * [SE8] `admit` ends the waiting of living seats of its workshop and says whose; who was let in never waits again.
 */
export interface SeatStore {
  add(seat: Omit<StoredSeat, 'revokedAt'>, secrets: SeatSecrets, limits: SeatLimits): Promise<SeatRefusal | null>
  byToken(tokenHash: TokenHash): Promise<StoredSeat | null>
  byRecovery(workshopId: WorkshopId, recoveryHash: TokenHash): Promise<StoredSeat | null>
  byId(id: SeatId): Promise<StoredSeat | null>
  list(workshopId: WorkshopId): Promise<readonly StoredSeat[]>
  change(id: SeatId, change: SeatChange, maxInGroup: number | null): Promise<SeatRefusal | null>
  assign(workshopId: WorkshopId, moves: readonly SeatMove[]): Promise<void>
  admit(workshopId: WorkshopId, ids: readonly SeatId[]): Promise<readonly SeatId[]>
  replaceSecrets(id: SeatId, oldRecoveryHash: TokenHash, secrets: SeatSecrets): Promise<boolean>
  replaceRecovery(id: SeatId, recoveryHash: TokenHash): Promise<void>
  revoke(id: SeatId, at: number): Promise<void>
}
