import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { json as jsonOf } from 'node:stream/consumers'
import type { CreateWorkshopResponse, JoinResponse, RehearsalRecord, RehearsalResponse } from '@tafelrunde/protocol'
import type { RunState, Step } from '@tafelrunde/schema/plain'
import { createWorkshop, startServer, until } from '@tafelrunde/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inviteOf, TestServer } from './TestServer.ts'

/** A step takes a hundredth of what it takes people. */
const PACE = 100

/** A rehearsal takes seconds; asking without a pause would only slow it down. */
const PATIENTLY = { timeoutMs: 50_000, everyMs: 100 }

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start({}, { rehearsalPace: PACE })
})
afterAll(() => server.stop())

const GROUPS = [
  { name: 'Gründung', targetGroup: 'Gründerinnen', maxSeats: 2 },
  { name: 'Familien', targetGroup: 'Junge Familien', maxSeats: 2 },
]
const TALKS = [{ organisation: 'Landkreis', title: 'Plakate im Amt' }]

/** A workshop with its moderator, and what can be done with its rehearsal. */
async function aWorkshop(request: Readonly<Record<string, unknown>> = {}, on = server) {
  const created: CreateWorkshopResponse = await on.createWorkshop({ groups: GROUPS, talks: TALKS, ...request })
  const path = `/api/v1/workshops/${created.workshop.id}`
  const { token, seat }: JoinResponse = await on.join(created.links.moderator)
  const call = <T>(method: string, end: string, body?: unknown) =>
    on.call<T>(method, `${path}${end}`, { token, ...(body === undefined ? {} : { body }) })
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

type Workshop = Awaited<ReturnType<typeof aWorkshop>>

/** What a step needs to be one; the rest of the parts is given. */
function aStep(traits: Partial<Omit<Step, 'id'>> = {}): Omit<Step, 'id'> {
  return {
    title: 'Sammeln',
    instruction: 'Ein Gedanke je Zettel.',
    minutes: 10,
    writableRoots: ['items'],
    where: 'groups',
    visibility: 'own',
    isPlenaryOpen: false,
    screen: 'instruction',
    parts: [],
    isHidden: false,
    vote: null,
    ending: 'open',
    ...traits,
  }
}

const VOTE: NonNullable<Step['vote']> = {
  kind: 'dots',
  question: 'Was zuerst?',
  subject: 'notes',
  where: 'common',
  fieldId: null,
  options: [],
  votesPerSeat: 3,
  maxPerOption: 2,
  isHiddenUntilClosed: true,
  isSecret: true,
  mayAbstain: true,
  weight: 'organisation',
}

async function setSteps({ call }: Workshop, steps: readonly Omit<Step, 'id'>[]): Promise<void> {
  const answer = await call('PATCH', '', { steps })
  if (answer.status !== 200) throw new Error(`the steps were not taken: ${JSON.stringify(answer.body)}`)
}

/** Everything that the database holds, by table; what tells of single acts on top of it is left out. */
async function rowCounts(on = server): Promise<Readonly<Record<string, number>>> {
  const tables = await on.database.all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'audit_entry'`)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const row = await on.database.get(`SELECT count(*) AS rows FROM "${String(name)}"`)
    counts[String(name)] = Number(row?.['rows'])
  }
  return counts
}

/** What there is when every copy is gone; they are deleted in the seconds after the end. */
async function settledRowCounts(): Promise<Readonly<Record<string, number>>> {
  await until(async () => (await rowCounts())['rehearsal_copy'] === 0, {
    what: 'the deletion of the copy',
    ...PATIENTLY,
  })
  return rowCounts()
}

test('[RH3] [RH4] [RH5] [RH7] [RH8] [RH10] the four hours are gone through without a problem and without a trace', async () => {
  const workshop = await aWorkshop({ template: 'ozg-marketing-4h' })
  const [before, rows] = [await workshop.run(), await rowCounts()]
  const started = await workshop.start()
  expect(started.status).toBe(202)
  expect(started.body.rehearsal).toMatchObject({ outcome: null, steps: 15, problems: [] })
  const seen = new Set<number>()
  await until(async () => seen.add((await workshop.read())?.step ?? 0).size > 3, PATIENTLY)
  expect((await rowCounts())['rehearsal_copy']).toBe(1)
  const record = await workshop.over()
  expect(record).toMatchObject({ outcome: 'finished', failure: null, phase: 'over', step: 15, problems: [] })
  const { people, notes, recommendations, ballots, calls, returns } = record.counts
  expect({ people, ballots, calls }).toEqual({ people: 4, ballots: 12, calls: 4 })
  expect(notes).toBeGreaterThan(40)
  expect(recommendations).toBeGreaterThan(7)
  expect(returns).toBeGreaterThan(5)

  expect(await workshop.run()).toEqual(before)
  expect(await settledRowCounts()).toEqual(rows)
  const audit = await server.database.all('SELECT DISTINCT workshop_id FROM audit_entry')
  expect(audit.map((row) => row['workshop_id'])).toEqual([workshop.created.workshop.id])
  const acts = await server.database.all(
    `SELECT event, seat_id FROM audit_entry WHERE event LIKE 'rehearsal.%' ORDER BY seq`,
  )
  expect(acts).toMatchObject([
    { event: 'rehearsal.started', seat_id: workshop.seatId },
    { event: 'rehearsal.ended', seat_id: null },
  ])
})

test('[RH6] [RH10] two at once, and no more: two hours without talks, and a run sheet of somebody, behind a lobby', async () => {
  const short = await aWorkshop({ template: 'short-2h', talks: [], language: 'en' })
  const own = await aWorkshop({ groups: [{ name: 'Eins' }, { name: 'Zwei', topic: 'Plakate' }], talks: [] })
  await setSteps(own, [
    aStep({ title: 'Still sammeln', isHidden: true, ending: 'soft' }),
    aStep({ title: 'Alle zusammen', where: 'all', screen: 'fields', isPlenaryOpen: true }),
    aStep({ title: 'Wählen', where: 'common', writableRoots: [], vote: VOTE, screen: 'vote' }),
  ])
  expect((await own.call('POST', '/run', { type: 'lobby', isOn: true })).status).toBe(200)
  for (const workshop of [short, own]) expect((await workshop.start()).status).toBe(202)
  const third = await aWorkshop()
  expect((await third.start()).body.error).toBe('rehearsal.busy')
  for (const workshop of [short, own]) {
    expect(await workshop.over()).toMatchObject({ outcome: 'finished', problems: [] })
  }
})

test('[RH3] [RH6] [RH8] it is for moderators, one at a time; stopped, it ends soon and leaves nothing', async () => {
  const workshop = await aWorkshop({ template: 'ozg-marketing-4h' })
  const { token } = await server.join(workshop.created.links.observer)
  const rows = await settledRowCounts()
  expect(await workshop.read()).toBeNull()
  expect((await workshop.call('DELETE', '/rehearsal')).body.error).toBe('rehearsal.unknown')
  expect((await workshop.start()).status).toBe(202)
  expect((await workshop.start()).body.error).toBe('rehearsal.running')
  for (const method of ['GET', 'POST', 'DELETE']) {
    expect((await server.call(method, `${workshop.path}/rehearsal`, { token })).body.error).toBe('seat.notAllowed')
  }
  await until(async () => ((await workshop.read())?.step ?? 0) > 1, PATIENTLY)
  expect((await workshop.call('DELETE', '/rehearsal')).status).toBe(202)
  const record = await workshop.over()
  expect(record).toMatchObject({ outcome: 'stopped', failure: null, problems: [] })
  expect(record.step).toBeLessThan(15)
  expect(await settledRowCounts()).toEqual(rows)
})

test('[RH11] what simulated people stumble over is told with the steps and groups of the workshop', async () => {
  const workshop = await aWorkshop({ talks: [] })
  const [locked, open] = workshop.created.groups.map(({ id }) => id)
  await setSteps(workshop, [
    aStep({ title: 'Ins Leere', where: 'common', writableRoots: [], screen: 'recommendations', isPlenaryOpen: true }),
    aStep({ title: 'Verdeckt', where: 'common', writableRoots: ['comments'], isHidden: true }),
    aStep({ title: 'Kein Feld', where: 'common', vote: { ...VOTE, fieldId: 'barriers' } }),
    aStep({ title: 'Gesperrt', writableRoots: ['items', 'recommendations'] }),
    aStep({
      title: 'Nur eine',
      writableRoots: [],
      vote: { ...VOTE, kind: 'choice', subject: 'options', options: ['Plakate'], votesPerSeat: 1, maxPerOption: 1 },
    }),
    aStep({
      title: 'Schätzen',
      writableRoots: [],
      vote: { ...VOTE, kind: 'estimate', subject: 'recommendations', where: 'groups' },
    }),
  ])
  const entries = [locked, open].map((groupId) => ({ name: 'Ada', organisation: 'Amt', groupId }))
  await workshop.call('PUT', '/assignments', { mode: 'wait', entries })
  expect((await workshop.call('POST', '/run', { type: 'board.lock', groupId: locked })).status).toBe(200)
  const titles = new Map((await workshop.run()).steps.map(({ id, title }) => [String(id), title]))
  await workshop.start()
  const { problems, outcome } = await workshop.over()
  expect(outcome).toBe('finished')
  const told = problems.map(({ code, stepId, groupId }) => [code, titles.get(stepId ?? '') ?? null, groupId])
  expect(told).toHaveLength(10)
  expect(told).toEqual(
    expect.arrayContaining([
      ['people.withoutGroup', null, null],
      ['screen.empty', 'Ins Leere', null],
      ['plenary.empty', 'Ins Leere', null],
      ['hidden.nothing', 'Verdeckt', null],
      ['vote.nothing', 'Kein Feld', null],
      ['notes.refused', 'Gesperrt', locked],
      ['recommendations.refused', 'Gesperrt', locked],
      ['vote.single', 'Nur eine', null],
      ['winners.refused', 'Nur eine', null],
      ['vote.groupLeftOut', 'Schätzen', locked],
    ]),
  )
})

test('[RH5] [RH7] [RH9] behind a public host people are reached as well, and the end of the server is that of a rehearsal', async () => {
  const host = 'tafel.example.org'
  const published = await TestServer.start(
    { PUBLIC_URL: `https://${host}`, WHO_MAY_CREATE: 'anyone' },
    { rehearsalPace: PACE },
  )
  try {
    const call = <T>(method: string, path: string, said: { token?: string; body?: unknown } = {}) =>
      callAt<T>(published, { method, path: `/api/v1${path}`, host, ...said })
    const request = { title: 'Marketing', template: 'ozg-marketing-4h', groups: GROUPS }
    const created = await call<CreateWorkshopResponse>('POST', '/workshops', { body: request })
    const invite = inviteOf(created.links.moderator)
    const { token } = await call<JoinResponse>('POST', '/seats', { body: { invite } })
    const path = `/workshops/${created.workshop.id}/rehearsal`
    await call('POST', path, { token })
    const read = async () => (await call<RehearsalResponse>('GET', path, { token })).rehearsal
    await until(async () => ((await read())?.step ?? 0) > 1, PATIENTLY)
    await published.restart()
    await until(async () => (await rowCounts(published))['rehearsal_copy'] === 0, PATIENTLY)
    const { workshop, seat, link } = await rowCounts(published)
    expect({ workshop, seat, link }).toEqual({ workshop: 1, seat: 1, link: 9 })
    expect(await read()).toBeNull()
  } finally {
    await published.stop()
  }
})

test('[RH7] [RH9] what a killed server has left is deleted by the next one, and its simulated people are gone', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-rehearse-'))
  const first = await startServer({ dataDir })
  try {
    const post = async <T>(path: string, body: unknown, token?: string): Promise<T> => {
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
      const answer = await fetch(`${first.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return (await answer.json()) as T
    }
    const created = await createWorkshop(first.url, { title: 'Marketing', template: 'short-2h', groups: 2 })
    const { token } = await post<JoinResponse>('/seats', { invite: inviteOf(created.links.moderator) })
    await post(`/workshops/${created.workshop.id}/rehearsal`, {}, token)
    const seats = () => rowsOf(dataDir, 'SELECT id FROM seat')
    await until(() => seats().length > 3, PATIENTLY)
    const players = childrenOf(first.pid)
    expect(players).toHaveLength(1)
    await first.kill('SIGKILL')
    expect(rowsOf(dataDir, 'SELECT workshop_id FROM rehearsal_copy')).toHaveLength(1)
    await until(() => players.every((pid) => !isAlive(pid)), { what: 'the end of the simulated people' })
    const second = await startServer({ dataDir })
    await until(() => rowsOf(dataDir, 'SELECT workshop_id FROM rehearsal_copy').length === 0, PATIENTLY)
    expect(rowsOf(dataDir, 'SELECT id FROM workshop')).toEqual([{ id: created.workshop.id }])
    expect(seats()).toHaveLength(1)
    const documents = rowsOf(dataDir, 'SELECT document FROM journal_document').map(({ document }) => document)
    expect(documents).toHaveLength(4)
    expect(documents).toContain(`workshop/${created.workshop.id}`)
    await second.kill('SIGTERM')
  } finally {
    await first.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
})

/** A call to another host than the one that the server is reached by; `fetch` would not say so. */
async function callAt<T>(
  { running }: TestServer,
  {
    method,
    path,
    host,
    token,
    body,
  }: {
    readonly method: string
    readonly path: string
    readonly host: string
    readonly token?: string
    readonly body?: unknown
  },
): Promise<T> {
  const headers = {
    host,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: running.port, method, path, headers }, resolve)
    asked.on('error', reject)
    asked.end(body === undefined ? '' : JSON.stringify(body))
  })
  return (await jsonOf(answer)) as T
}

function rowsOf(dataDir: string, sql: string): readonly Record<string, unknown>[] {
  const database = new DatabaseSync(join(dataDir, 'tafelrunde.sqlite'), { readOnly: true })
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

function childrenOf(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.split(' ').filter(Boolean).map(Number)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
