import { AppError } from '@tafelrunde/protocol'
import { newId, type GroupId, type SeatId, type SeriesId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import type { LinkStore } from '../links/LinkStore.ts'
import { makeLink } from '../links/makeLink.ts'
import { hashToken, newToken } from '../links/tokens.ts'
import type { SeatStore } from '../seats/SeatStore.ts'
import { aStoredWorkshop, type StoredExample } from '../testing/aDatabase.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'
import type { WorkshopStore } from './WorkshopStore.ts'

/** The rules of WorkshopStore, for every implementation. */
export function workshopStoreContract(
  open: () => Promise<{ workshops: WorkshopStore; links: LinkStore; seats: SeatStore }>,
): void {
  test('[W1] a workshop, its series, groups and links are stored together or not at all', async () => {
    const { workshops, links } = await open()
    const { link, workshopId } = await aStoredWorkshop(workshops)
    expect(await workshops.byId(workshopId)).toMatchObject({ title: 'Marketing' })
    expect(await links.byToken(link.tokenHash)).toMatchObject({ workshopId })

    const [otherId, seriesId, groupId] = [newId<WorkshopId>(), newId<SeriesId>(), newId<GroupId>()]
    const other = { id: otherId, seriesId, title: 'x', endsAt: null, createdAt: 1 }
    const own = makeLink({ workshopId: otherId, role: 'owner' }, 1).link
    const records = { workshop: other, newSeries: { id: seriesId, title: 'x', createdAt: 1 }, groupIds: [groupId] }
    await expect(workshops.create({ ...records, links: [own, { ...own, tokenHash: link.tokenHash }] })).rejects.toThrow(
      AppError,
    )
    expect(await workshops.byId(otherId)).toBeNull()
    expect(await workshops.seriesById(seriesId)).toBeNull()
    expect(await workshops.workshopOfGroup(groupId)).toBeNull()
    expect(await links.byToken(own.tokenHash)).toBeNull()
    expect(await workshops.count()).toBe(1)
  })

  test('[W2] what was not created is not found', async () => {
    const { workshops } = await open()
    expect(await workshops.byId(newId())).toBeNull()
    expect(await workshops.seriesById(newId())).toBeNull()
    expect(await workshops.workshopOfGroup(newId())).toBeNull()
    expect(await workshops.count()).toBe(0)
  })

  test('[W3] a group belongs to one workshop', async () => {
    const { workshops } = await open()
    const [mine, other] = [await aStoredWorkshop(workshops), await aStoredWorkshop(workshops)]
    expect(await workshops.workshopOfGroup(mine.groupIds[0])).toBe(mine.workshopId)
    await expect(workshops.addGroup(other.workshopId, mine.groupIds[0])).rejects.toThrow(AppError)
    expect(await workshops.workshopOfGroup(mine.groupIds[0])).toBe(mine.workshopId)
  })

  test('[W4] title and end are edited, a group is added, a series is continued', async () => {
    const { workshops } = await open()
    const seriesId = newId<SeriesId>()
    const { workshopId } = await aStoredWorkshop(workshops, seriesId)
    const second = await aStoredWorkshop(workshops, seriesId)
    await workshops.edit(workshopId, { title: 'Neu', endsAt: 5000 })
    expect(await workshops.byId(workshopId)).toMatchObject({ title: 'Neu', endsAt: 5000, seriesId })
    expect(await workshops.byId(second.workshopId)).toMatchObject({ title: 'Marketing', seriesId })
    const groupId = newId<GroupId>()
    await workshops.addGroup(workshopId, groupId)
    expect(await workshops.workshopOfGroup(groupId)).toBe(workshopId)
  })

  test('[W5] after it was shut no seat and no link of it opens anything, and those of others do', async () => {
    const { workshops, links, seats } = await open()
    const [mine, other] = [await aStoredWorkshop(workshops), await aStoredWorkshop(workshops)]
    const [seat, foreign] = [await aSeatOf(seats, mine), await aSeatOf(seats, other)]
    expect(await workshops.shut(mine.workshopId, 7_000)).toEqual([seat])
    expect(await workshops.shut(mine.workshopId, 8_000)).toEqual([seat])
    expect(await links.byToken(mine.link.tokenHash)).toMatchObject({ revokedAt: 7_000 })
    expect(await seats.byId(seat)).toMatchObject({ revokedAt: 7_000 })
    expect(await links.byToken(other.link.tokenHash)).toMatchObject({ revokedAt: null })
    expect(await seats.byId(foreign)).toMatchObject({ revokedAt: null })
    expect(await workshops.byId(mine.workshopId)).not.toBeNull()
  })

  test('[W6] a removed workshop leaves nothing behind and takes nothing of others along', async () => {
    const { workshops, links, seats } = await open()
    const seriesId = newId<SeriesId>()
    const mine = await aStoredWorkshop(workshops, seriesId)
    const sibling = await aStoredWorkshop(workshops, seriesId)
    const [seat, foreign] = [await aSeatOf(seats, mine), await aSeatOf(seats, sibling)]
    await workshops.remove(mine.workshopId)
    expect(await workshops.byId(mine.workshopId)).toBeNull()
    expect(await workshops.workshopOfGroup(mine.groupIds[0])).toBeNull()
    expect(await links.byToken(mine.link.tokenHash)).toBeNull()
    expect(await seats.byId(seat)).toBeNull()
    expect(await workshops.byId(sibling.workshopId)).toMatchObject({ seriesId })
    expect(await seats.byId(foreign)).not.toBeNull()
    await workshops.remove(mine.workshopId)
    await workshops.remove(sibling.workshopId)
    expect(await workshops.seriesById(seriesId)).toBeNull()
    expect(await workshops.count()).toBe(0)
  })
}

async function aSeatOf(seats: SeatStore, { workshopId, groupIds, link }: StoredExample): Promise<SeatId> {
  const id = newId<SeatId>()
  await seats.add(
    {
      ...ORDINARY_SEAT,
      id,
      workshopId,
      groupId: groupIds[0],
      linkId: link.id,
      role: 'participant',
      name: 'Anna',
      organisation: '',
      joinedAt: 1,
    },
    { tokenHash: hashToken(newToken()), recoveryHash: hashToken(newToken()) },
    { perGroup: null, perLink: 9, perWorkshop: 9 },
  )
  return id
}
