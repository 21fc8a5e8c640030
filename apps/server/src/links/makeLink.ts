import type { Role } from '@tafelrunde/protocol'
import { newId, type GroupId, type WorkshopId } from '@tafelrunde/schema/plain'
import type { LinkId, NewLink } from './LinkStore.ts'
import { hashToken, newToken } from './tokens.ts'

/** What a new link is to open. */
export interface LinkScope {
  readonly workshopId: WorkshopId
  readonly role: Role
  readonly groupId?: GroupId | null
  readonly expiresAt?: number | null
}

/** A new link and its token; the token is known here for the only time. */
export function makeLink(scope: LinkScope, now: number): { readonly link: NewLink; readonly token: string } {
  const token = newToken()
  const { workshopId, role, groupId = null, expiresAt = null } = scope
  const link = {
    id: newId<LinkId>(),
    workshopId,
    role,
    groupId,
    expiresAt,
    createdAt: now,
    tokenHash: hashToken(token),
  }
  return { link, token }
}
