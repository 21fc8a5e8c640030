import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { json as jsonOf } from 'node:stream/consumers'
import type { CreateWorkshopResponse, JoinResponse, RehearsalResponse } from '@tafelrunde/protocol'
import { createWorkshop, startServer, until } from '@tafelrunde/testkit'
import { expect, onTestFinished, test } from 'vitest'
import {
  aRehearsedWorkshop,
  GROUPS,
  PATIENTLY,
  REHEARSAL_PACE,
  rowCounts,
  settledRowCounts,
} from './aRehearsedWorkshop.ts'
import { inviteOf, TestServer } from './TestServer.ts'

test('[RH3] [RH6] [RH8] it is for moderators, one at a time; stopped, it ends soon and leaves nothing', async () => {
  const server = await TestServer.start({}, { rehearsalPace: REHEARSAL_PACE })
  onTestFinished(() => server.stop())
  const workshop = await aRehearsedWorkshop(server, { template: 'ozg-marketing-4h' })
  const { token } = await server.join(workshop.created.links.observer)
  const rows = await settledRowCounts(server)
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
  expect(await settledRowCounts(server)).toEqual(rows)
})

test('[RH5] [RH7] [RH9] behind a public host people are reached as well, and the end of the server is that of a rehearsal', async () => {
  const host = 'tafel.example.org'
  const published = await TestServer.start(
    { PUBLIC_URL: `https://${host}`, WHO_MAY_CREATE: 'anyone' },
    { rehearsalPace: REHEARSAL_PACE },
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
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const first = await startServer({ dataDir })
  onTestFinished(async () => void (await first.kill('SIGKILL')))
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
  onTestFinished(async () => void (await second.kill('SIGTERM')))
  await until(() => rowsOf(dataDir, 'SELECT workshop_id FROM rehearsal_copy').length === 0, PATIENTLY)
  expect(rowsOf(dataDir, 'SELECT id FROM workshop')).toEqual([{ id: created.workshop.id }])
  expect(seats()).toHaveLength(1)
  const documents = rowsOf(dataDir, 'SELECT document FROM journal_document').map(({ document }) => document)
  expect(documents).toHaveLength(4)
  expect(documents).toContain(`workshop/${created.workshop.id}`)
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
