import { AppError } from '@tafelrunde/protocol'
import { newId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import type { SeatStore } from '../seats/SeatStore.ts'
import { aStoredWorkshop } from '../testing/aDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import { makeLink } from './makeLink.ts'
import { hashToken, newToken } from './tokens.ts'
import type { LinkStore } from './LinkStore.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'

/** The rules of LinkStore, for every implementation. */
export function linkStoreContract(
  open: () => Promise<{ links: LinkStore; workshops: WorkshopStore; seats: SeatStore }>,
): void {
  test('[L1] a link is found by its token, also after it was revoked or has expired', async () => {
    const { links, workshops } = await open()
    const { workshopId, groupIds } = await aStoredWorkshop(workshops)
    const { link, token } = makeLink({ workshopId, role: 'scribe', groupId: groupIds[0], expiresAt: 5 }, 1)
    await links.add(link)
    await links.revoke(link.id, 7)
    const { tokenHash: _tokenHash, ...record } = link
    expect(await links.byToken(hashToken(token))).toEqual({ ...record, revokedAt: 7 })
    expect(await links.byId(link.id)).toEqual({ ...record, revokedAt: 7 })
  })

  test('[L2] a token that was never stored finds nothing', async () => {
    const { links, workshops } = await open()
    await aStoredWorkshop(workshops)
    expect(await links.byToken(hashToken(newToken()))).toBeNull()
    expect(await links.byId(newId())).toBeNull()
  })

  test('[L3] the first revocation counts', async () => {
    const { links, workshops } = await open()
    const { link } = await aStoredWorkshop(workshops)
    await links.revoke(link.id, 7)
    await links.revoke(link.id, 9)
    expect((await links.byId(link.id))?.revokedAt).toBe(7)
  })

  test('[L4] a workshop lists its own links, oldest first, with their living seats', async () => {
    const { links, workshops, seats } = await open()
    const [mine, other] = [await aStoredWorkshop(workshops), await aStoredWorkshop(workshops)]
    const later = makeLink({ workshopId: mine.workshopId, role: 'observer' }, 2000).link
    await links.add(later)
    for (const at of [1, 2]) await seats.add(...aSeat(mine.workshopId, mine.link.id, at))
    const [revoked] = await seats.list(mine.workshopId)
    await seats.revoke(revoked!.id, 5)
    const list = await links.list(mine.workshopId)
    expect(list.map(({ id, seats: count }) => [id, count])).toEqual([
      [mine.link.id, 1],
      [later.id, 0],
    ])
    expect(await links.list(other.workshopId)).toHaveLength(1)
    expect(await links.list(newId())).toEqual([])
  })

  test('[L5] a link is replaced whole or not at all', async () => {
    const { links, workshops } = await open()
    const { workshopId, link } = await aStoredWorkshop(workshops)
    const next = makeLink({ workshopId, role: 'participant' }, 3000).link
    await expect(links.replace({ ...next, tokenHash: link.tokenHash }, link.id)).rejects.toThrow(AppError)
    expect((await links.byId(link.id))?.revokedAt).toBeNull()
    await links.replace(next, link.id)
    expect((await links.byId(link.id))?.revokedAt).toBe(3000)
    expect((await links.byId(next.id))?.revokedAt).toBeNull()
  })
}

function aSeat(
  workshopId: WorkshopId,
  linkId: Parameters<LinkStore['byId']>[0],
  at: number,
): Parameters<SeatStore['add']> {
  const base = { id: newId<never>(), workshopId, linkId, joinedAt: at, role: 'participant', groupId: null } as const
  return [
    { ...base, name: '', organisation: '', ...ORDINARY_SEAT },
    { tokenHash: hashToken(newToken()), recoveryHash: hashToken(newToken()) },
    { perLink: 10, perWorkshop: 10, perGroup: null },
  ]
}
