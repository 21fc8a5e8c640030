import type { CheckRecord, CreateWorkshopResponse, JoinResponse } from '@tafelrunde/protocol'
import { newId } from '@tafelrunde/schema/plain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EventReader } from './EventReader.ts'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
let created: CreateWorkshopResponse
let moderator: JoinResponse
let anna: JoinResponse

beforeAll(async () => {
  server = await TestServer.start()
  created = await server.createWorkshop()
  moderator = await server.join(created.links.moderator)
  anna = await server.join(created.groups[0]!.link, { name: 'Anna' })
})
afterAll(() => server.stop())

const aReport = (websocket = 'good') => ({
  findings: [
    { topic: 'server', state: 'good' },
    { topic: 'websocket', state: websocket },
  ],
  latencyMs: 31,
  clockOffsetMs: -120,
  viewport: { width: 390, height: 844 },
  browser: 'Firefox 140, Windows',
})
const report = (body: object, token?: string) => server.call('POST', '/api/v1/checks', { body, token })
async function seen(): Promise<readonly CheckRecord[]> {
  const path = `/api/v1/workshops/${created.workshop.id}/cockpit`
  const { body } = await server.call<{ checks: CheckRecord[] }>('GET', path, { token: moderator.token })
  return body.checks
}

describe('the technical check', () => {
  test('[M8] reaches the cockpit of the seat’s workshop, live, and a second try replaces the first', async () => {
    const stream = await EventReader.open(
      `${server.address}/api/v1/workshops/${created.workshop.id}/cockpit/events`,
      moderator.token,
    )
    await stream.first(({ event }) => event === 'state')
    const device = newId()
    expect((await report({ device, report: aReport('limited') }, anna.token)).status).toBe(201)
    const event = await stream.first((one) => one.event === 'checks')
    stream.close()
    expect(event.data).toMatchObject({ checks: [{ device, seatId: anna.seat.id, verdict: 'limited' }] })
    await report({ device, report: aReport() }, anna.token)
    expect(await seen()).toMatchObject([{ device, seatId: anna.seat.id, verdict: 'good', report: aReport() }])
  })

  test('[M8] works with a link before anybody has a seat; whose device it was is known once they have', async () => {
    const device = newId()
    const invite = inviteOf(created.links.participant)
    expect((await report({ invite, device, report: aReport('bad') })).status).toBe(201)
    expect((await seen())[0]).toMatchObject({ device, seatId: null, verdict: 'bad' })
    await report({ device, report: aReport() }, anna.token)
    expect((await seen())[0]).toMatchObject({ device, seatId: anna.seat.id, verdict: 'good' })
  })

  test('[M8] needs a seat or a link that lives, and a report in bounds', async () => {
    const device = newId()
    expect((await report({ device, report: aReport() })).body.error).toBe('token.missing')
    expect((await report({ device, report: aReport() }, `seat_${'a'.repeat(22)}`)).body.error).toBe('seat.unknown')
    expect((await report({ invite: 'b'.repeat(22), device, report: aReport() })).body.error).toBe('link.unknown')
    const wrong = [
      { ...aReport(), browser: 'x'.repeat(61) },
      { ...aReport(), findings: [] },
      { ...aReport(), findings: Array.from({ length: 2 }, () => ({ topic: 'server', state: 'good' })) },
      { ...aReport(), address: '10.0.0.1' },
      { ...aReport(), viewport: { width: -1, height: 1 } },
    ]
    for (const bad of wrong) {
      expect((await report({ device, report: bad }, anna.token)).body.error).toBe('request.malformed')
    }
  })

  test('[M8] is throttled per seat', async () => {
    const { token } = await server.join(created.groups[0]!.link)
    const statuses: number[] = []
    for (let index = 0; index < 12; index += 1) {
      statuses.push((await report({ device: newId(), report: aReport() }, token)).status)
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(10)
    expect(statuses.at(-1)).toBe(429)
  })

  test('[M8] keeps no address, and another workshop sees nothing of it', async () => {
    const other = await server.createWorkshop()
    const stranger = await server.join(other.links.owner)
    const path = `/api/v1/workshops/${other.workshop.id}/cockpit`
    const { body } = await server.call<{ checks: unknown[] }>('GET', path, { token: stranger.token })
    expect(body.checks).toEqual([])
    const rows = await server.database.all('SELECT * FROM technical_check')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|::1/)
  })
})
