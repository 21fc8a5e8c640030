import { AppError } from '@tafelrunde/protocol'
import type { ServerParts } from '../ServerParts.ts'
import type { Link } from './LinkStore.ts'
import { hashToken } from './tokens.ts'

/**
 * The link that an invite token opens now.
 *
 * @throws AppError `link.unknown` | `link.revoked` | `link.expired`
 */
export async function resolveInvite(parts: Pick<ServerParts, 'links' | 'now'>, invite: string): Promise<Link> {
  const link = await parts.links.byToken(hashToken(invite))
  if (!link) throw new AppError('link.unknown', 'no link has this token')
  if (link.revokedAt !== null) throw new AppError('link.revoked', 'the link was revoked')
  if (link.expiresAt !== null && link.expiresAt <= parts.now())
    throw new AppError('link.expired', 'the link has expired')
  return link
}
