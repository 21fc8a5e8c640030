import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Role } from '@tafelrunde/protocol'
import type { TokenHash } from './tokens.ts'

/** Id of a link's record; says nothing about its token. */
export type LinkId = string & { readonly __brand: 'LinkId' }

/** A capability for one role (and group) of one workshop. */
export interface Link {
  readonly id: LinkId
  readonly workshopId: WorkshopId
  readonly role: Role
  /** null: the whole workshop, or for participants: they choose. */
  readonly groupId: GroupId | null
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly revokedAt: number | null
}

/** A link as lists show it. */
export interface CountedLink extends Link {
  /** Seats that were taken through it and are not revoked. */
  readonly seats: number
}

/** A link before it is stored; the token itself is known to its maker only. */
export interface NewLink extends Omit<Link, 'revokedAt'> {
  readonly tokenHash: TokenHash
}

/**
 * Where links are kept.
 *
 * [L1] A stored link is found by the hash of its token, also after it was revoked or has expired.
 * [L2] A hash that was never stored finds nothing.
 * [L3] `revoke` is remembered with its time; revoking again keeps the first time.
 * [L4] `list` gives all links of a workshop and no other's, oldest first, with the number of their living seats.
 * [L5] `replace` adds the new link and revokes the old one together or not at all.
 */
export interface LinkStore {
  add(link: NewLink): Promise<void>
  replace(link: NewLink, oldId: LinkId): Promise<void>
  byToken(tokenHash: TokenHash): Promise<Link | null>
  byId(id: LinkId): Promise<Link | null>
  list(workshopId: WorkshopId): Promise<readonly CountedLink[]>
  revoke(id: LinkId, at: number): Promise<void>
}
