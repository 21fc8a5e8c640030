import { AppError, type CreateLinkRequest, type LinkRecord } from '@tafelrunde/protocol'
import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { linkRecordOf } from './linkRecordOf.ts'
import type { Link, LinkId } from './LinkStore.ts'
import { makeLink } from './makeLink.ts'

type Parts = Pick<ServerParts, 'links' | 'runStates' | 'audit' | 'news' | 'log' | 'now' | 'baseUrl'>

/** All links of a workshop, without their tokens. */
export async function listLinks(parts: Pick<Parts, 'links'>, workshopId: WorkshopId): Promise<readonly LinkRecord[]> {
  return (await parts.links.list(workshopId)).map((link) => linkRecordOf(link))
}

/**
 * Make a link for the seat's workshop. With `replaces` the old link dies and its seats stay, so that a leaked link can
 * be issued anew. Only the owner deals in owner links.
 *
 * @throws AppError `seat.notAllowed` | `group.unknown` | `link.unknown` | `request.malformed`
 */
export async function createLink(parts: Parts, seat: Seat, request: CreateLinkRequest): Promise<LinkRecord> {
  const { workshopId } = seat
  assertMayDealIn(seat, request.role)
  const groupId = (request.groupId ?? null) as GroupId | null
  await assertGroup(parts, seat, { role: request.role, groupId })
  const expiresAt = request.expiresAt === undefined ? null : Date.parse(request.expiresAt)
  if (expiresAt !== null && expiresAt <= parts.now())
    throw new AppError('request.malformed', 'expiresAt: is in the past')
  const { link, token } = makeLink({ workshopId, role: request.role, groupId, expiresAt }, parts.now())
  if (request.replaces === undefined) {
    await parts.links.add(link)
  } else {
    const old = await linkOf(parts, seat, request.replaces)
    await parts.links.replace(link, old.id)
  }
  const details = { linkId: link.id, role: link.role, replaces: request.replaces ?? null }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'link.created', details })
  parts.log.info('link.created', { workshopId, linkId: link.id, role: link.role })
  parts.news.tell(workshopId, 'links')
  return linkRecordOf(link, { baseUrl: parts.baseUrl(), token })
}

/** Nobody can join through the link from now on; seats that were taken through it stay. */
export async function revokeLink(parts: Parts, seat: Seat, linkId: string): Promise<void> {
  const { workshopId } = seat
  const link = await linkOf(parts, seat, linkId)
  await parts.links.revoke(link.id, parts.now())
  const details = { linkId: link.id, role: link.role }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'link.revoked', details })
  parts.log.info('link.revoked', { workshopId, linkId: link.id })
  parts.news.tell(workshopId, 'links')
}

async function linkOf(parts: Parts, seat: Seat, linkId: string): Promise<Link> {
  const link = await parts.links.byId(linkId as LinkId)
  if (!link || link.workshopId !== seat.workshopId) throw new AppError('link.unknown', 'the workshop has no such link')
  assertMayDealIn(seat, link.role)
  return link
}

function assertMayDealIn(seat: Seat, role: Link['role']): void {
  if (role === 'owner' && seat.role !== 'owner')
    throw new AppError('seat.notAllowed', 'only the owner deals in owner links')
}

async function assertGroup(parts: Parts, seat: Seat, link: Pick<Link, 'role' | 'groupId'>): Promise<void> {
  if (link.role === 'public') throw new AppError('request.malformed', 'role: there are no links for the public')
  if (link.groupId === null) return
  if (link.role === 'owner' || link.role === 'moderator') {
    throw new AppError('request.malformed', 'groupId: owner and moderators belong to the whole workshop')
  }
  const run = await parts.runStates.load(seat.workshopId)
  const isGroup = run.groups.some(({ id, kind }) => id === link.groupId && kind === 'group')
  if (!isGroup) throw new AppError('group.unknown', 'the workshop has no such group')
}
