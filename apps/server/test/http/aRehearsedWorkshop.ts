import type { CreateWorkshopResponse, JoinResponse, RehearsalRecord, RehearsalResponse } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import { until } from '@tafelrunde/testkit'
import type { TestServer } from './TestServer.ts'

/** A step takes a hundredth of what it takes people. */
export const REHEARSAL_PACE = 100

/** A rehearsal takes seconds; asking without a pause would only slow it down. */
export const PATIENTLY = { timeoutMs: 50_000, everyMs: 100 }

/** Groups of two, so that few people do all that there is to do. */
export const GROUPS = [
  { name: 'Gründung', targetGroup: 'Gründerinnen', maxSeats: 2 },
  { name: 'Familien', targetGroup: 'Junge Familien', maxSeats: 2 },
]
const TALKS = [{ organisation: 'Landkreis', title: 'Plakate im Amt' }]

/** A workshop of two small groups with its moderator, and what can be done with its rehearsal. */
export async function aRehearsedWorkshop(server: TestServer, request: Readonly<Record<string, unknown>> = {}) {
  const created: CreateWorkshopResponse = await server.createWorkshop({ groups: GROUPS, talks: TALKS, ...request })
  const path = `/api/v1/workshops/${created.workshop.id}`
  const { token, seat }: JoinResponse = await server.join(created.links.moderator)
  const call = <T>(method: string, end: string, body?: unknown) =>
    server.call<T>(method, `${path}${end}`, { token, ...(body === undefined ? {} : { body }) })
  const read = async (): Promise<RehearsalRecord | null> =>
    (await call<RehearsalResponse>('GET', '/rehearsal')).body.rehearsal
  return {
    created,
    seatId: seat.id,
    path,
    call,
    read,
    start: () => call<RehearsalResponse>('POST', '/rehearsal'),
    run: async () => (await call<{ run: RunState }>('GET', '')).body.run,
    /** Wait for the end of the rehearsal that runs. */
    over: () =>
      until(async () => ((await read())?.outcome ? read() : null), { what: 'the end of the rehearsal', ...PATIENTLY }),
  }
}

/** Everything that the database holds, by table; what tells of single acts on top of it is left out. */
export async function rowCounts({ database }: TestServer): Promise<Readonly<Record<string, number>>> {
  const tables = await database.all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'audit_entry'`)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const row = await database.get(`SELECT count(*) AS rows FROM "${String(name)}"`)
    counts[String(name)] = Number(row?.['rows'])
  }
  return counts
}

/** What there is when every copy is gone; they are deleted in the seconds after the end. */
export async function settledRowCounts(server: TestServer): Promise<Readonly<Record<string, number>>> {
  await until(async () => (await rowCounts(server))['rehearsal_copy'] === 0, {
    what: 'the deletion of the copy',
    ...PATIENTLY,
  })
  return rowCounts(server)
}
