import { AppError } from '@tafelrunde/protocol'
import { newId, type GroupId, type SeriesId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import type { LinkStore } from '../links/LinkStore.ts'
import { makeLink } from '../links/makeLink.ts'
import { aStoredWorkshop } from '../testing/aDatabase.ts'
import type { WorkshopStore } from './WorkshopStore.ts'

/** The rules of WorkshopStore, for every implementation. */
export function workshopStoreContract(open: () => Promise<{ workshops: WorkshopStore; links: LinkStore }>): void {
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
}
