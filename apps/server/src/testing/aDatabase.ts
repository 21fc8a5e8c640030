import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId, type GroupId, type SeriesId, type WorkshopId } from '@tafelrunde/schema/plain'
import { onTestFinished } from 'vitest'
import { makeLink } from '../links/makeLink.ts'
import type { NewLink } from '../links/LinkStore.ts'
import type { Database } from '../seams.ts'
import { openDatabase } from '../store/openDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'

/** An empty database for one test. */
export async function aDatabase(): Promise<Database> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-test-'))
  const database = await openDatabase(dataDir)
  onTestFinished(async () => {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return database
}

/** A workshop that is stored with two groups and one participant link. */
export interface StoredExample {
  readonly workshopId: WorkshopId
  readonly groupIds: readonly [GroupId, GroupId]
  readonly link: NewLink
}

/** Store a workshop that links, seats, trays and snapshots can belong to. */
export async function aStoredWorkshop(workshops: WorkshopStore, seriesId = newId<SeriesId>()): Promise<StoredExample> {
  const workshopId = newId<WorkshopId>()
  const groupIds = [newId<GroupId>(), newId<GroupId>()] as const
  const { link } = makeLink({ workshopId, role: 'participant' }, 1000)
  await workshops.create({
    workshop: { id: workshopId, seriesId, title: 'Marketing', endsAt: null, createdAt: 1000 },
    newSeries: (await workshops.seriesById(seriesId)) ? null : { id: seriesId, title: 'Reihe', createdAt: 1000 },
    groupIds,
    links: [link],
  })
  return { workshopId, groupIds, link }
}
