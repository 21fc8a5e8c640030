import type { LinkRecord } from '@tafelrunde/protocol'
import type { CountedLink, Link } from './LinkStore.ts'
import { linkUrl } from './linkUrl.ts'

/** A link as moderators see it; `made` is given only right after it was made, while its token is still known. */
export function linkRecordOf(
  link: Omit<Link, 'revokedAt'> | CountedLink,
  made?: { readonly baseUrl: string; readonly token: string },
): LinkRecord {
  return {
    id: link.id,
    role: link.role,
    groupId: link.groupId,
    createdAt: link.createdAt,
    expiresAt: link.expiresAt,
    revokedAt: 'revokedAt' in link ? link.revokedAt : null,
    seats: 'seats' in link ? link.seats : 0,
    url: made ? linkUrl(made.baseUrl, made.token) : null,
  }
}
