import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { documentName, type JoinResponse, type TicketResponse } from '@tafelrunde/protocol'
import { newId } from '@tafelrunde/schema/plain'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inviteOf, TestServer } from './TestServer.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

let server: TestServer
let lateMs = 0
const opened: { destroy(): void }[] = []

beforeAll(async () => {
  server = await TestServer.start({}, { now: () => Date.now() + lateMs })
})
afterEach(() => {
  lateMs = 0
  for (const one of opened.splice(0)) one.destroy()
})
afterAll(() => server.stop())

async function aWorkshop() {
  const created = await server.createWorkshop()
  const [groupA, groupB] = created.groups.map(({ id }) => documentName('group', id)) as [string, string]
  const seat = await server.join(created.groups[0]!.link, { name: 'Anna' })
  return { created, groupA, groupB, seat, workshop: documentName('workshop', created.workshop.id) }
}

const ask = (token: string | undefined, document: unknown) =>
  server.call<TicketResponse>('POST', '/api/v1/sync-tickets', { token, body: { document } })

async function aTicket(seat: JoinResponse, document: string): Promise<string> {
  const { status, body } = await ask(seat.token, document)
  expect(status).toBe(201)
  return body.ticket
}

/** How opening a document over `/sync` with this token ends: `open` or the reason of the refusal. */
function open(token: string, name: string): Promise<string> {
  const websocketProvider = new HocuspocusProviderWebsocket({ url: `${server.address.replace('http', 'ws')}/sync` })
  return new Promise((resolve) => {
    const provider = new HocuspocusProvider({
      websocketProvider,
      name,
      token,
      onSynced: () => resolve('open'),
      onAuthenticationFailed: ({ reason }) => resolve(reason),
    })
    provider.attach()
    opened.push(provider, websocketProvider)
  })
}

describe('making a ticket', () => {
  test('[Y1] a seat gets one for what it may read, and learns why not for the rest', async () => {
    const { groupA, groupB, workshop, seat } = await aWorkshop()
    const others = await aWorkshop()
    const { status, body } = await ask(seat.token, groupA)
    expect(status).toBe(201)
    expect(body.ticket).toMatch(/^ticket_[A-Za-z][A-Za-z0-9_-]{21}$/)
    expect(body.expiresAt - Date.now()).toBeGreaterThan(9 * MINUTE_MS)
    expect(body.expiresAt - Date.now()).toBeLessThanOrEqual(10 * MINUTE_MS)
    expect((await ask(seat.token, workshop)).status).toBe(201)
    expect((await ask(seat.token, `private/${seat.seat.id}`)).status).toBe(201)
    const refusals = [
      [groupB, 'document.notOpen'],
      [others.groupA, 'document.notOpen'],
      [`private/${others.seat.seat.id}`, 'document.notOpen'],
      [`group/${newId()}`, 'document.notOpen'],
      ['board', 'document.unknown'],
      [7, 'request.malformed'],
    ] as const
    for (const [document, code] of refusals) expect((await ask(seat.token, document)).body.error).toBe(code)
    expect((await ask(undefined, groupA)).body.error).toBe('token.missing')
    expect((await ask(inviteOf(others.created.links.owner), groupA)).body.error).toBe('seat.unknown')
  })

  test('[Y3] a ticket is stored as a hash and stands in no log', async () => {
    const { groupA, seat } = await aWorkshop()
    const ticket = await aTicket(seat, groupA)
    expect(await open(ticket, groupA)).toBe('open')
    const rows = await server.database.all('SELECT * FROM sync_ticket')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify([rows, server.logged])).not.toContain(ticket)
    expect(JSON.stringify(rows)).not.toContain(seat.token)
  })

  test('[Y3] a seat that asks for more than sixty in a minute is told to wait, others are not', async () => {
    const { created, groupA, seat } = await aWorkshop()
    const answers = await Promise.all(Array.from({ length: 63 }, () => ask(seat.token, groupA)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(60)
    expect(answers.find(({ status }) => status !== 201)?.body.error).toBe('request.tooMany')
    const ben = await server.join(created.groups[0]!.link, { name: 'Ben' })
    expect((await ask(ben.token, groupA)).status).toBe(201)
    lateMs = 2 * MINUTE_MS
    expect((await ask(seat.token, groupA)).status).toBe(201)
  })

  test('the description of the API has the call', async () => {
    const { body } = await server.call<{ paths: Record<string, unknown> }>('GET', '/api/v1/openapi.json')
    expect(body.paths['/api/v1/sync-tickets']).toMatchObject({ post: { security: [{ bearer: [] }] } })
  })
})

describe('using a ticket', () => {
  test('[Y1] it opens its document and no other, and is no bearer token', async () => {
    const { created, groupA, workshop, seat } = await aWorkshop()
    const ticket = await aTicket(seat, groupA)
    expect(await open(ticket, groupA)).toBe('open')
    expect(await open(ticket, workshop)).toBe('ticket.foreign')
    const path = `/api/v1/workshops/${created.workshop.id}`
    expect((await server.call('GET', path, { token: ticket })).body.error).toBe('seat.unknown')
    expect((await ask(ticket, groupA)).body.error).toBe('seat.unknown')
    expect(await open('ticket_Aaaaaaaaaaaaaaaaaaaaaa', groupA)).toBe('ticket.unknown')
  })

  test('[Y1] it gives no more than the seat has now', async () => {
    const { created, groupA, groupB, seat } = await aWorkshop()
    const owner = await server.join(created.links.owner)
    const ticket = await aTicket(seat, groupA)
    const path = `/api/v1/workshops/${created.workshop.id}/seats/${seat.seat.id}`
    const groupId = created.groups[1]!.id
    expect((await server.call('PATCH', path, { token: owner.token, body: { groupId } })).status).toBe(200)
    expect(await open(ticket, groupA)).toBe('document.notOpen')
    expect(await open(await aTicket(seat, groupB), groupB)).toBe('open')
  })

  test('[Y2] it connects within ten minutes; once it did, it goes on for a day', async () => {
    const { groupA, seat } = await aWorkshop()
    const [used, unused] = [await aTicket(seat, groupA), await aTicket(seat, groupA)]
    expect(await open(used, groupA)).toBe('open')
    lateMs = 10 * MINUTE_MS
    expect(await open(unused, groupA)).toBe('ticket.expired')
    expect(await open(used, groupA)).toBe('open')
    await server.restart()
    lateMs = 24 * HOUR_MS - MINUTE_MS
    expect(await open(used, groupA)).toBe('open')
    lateMs = 24 * HOUR_MS
    expect(await open(used, groupA)).toBe('ticket.expired')
  })

  test('[Y2] it dies with its seat, with its link and when the seat goes to another device', async () => {
    const { created, groupA, seat } = await aWorkshop()
    const owner = await server.join(created.links.owner)
    const path = `/api/v1/workshops/${created.workshop.id}`
    const revoked = await server.join(created.groups[0]!.link)
    const moved = await server.join(created.groups[0]!.link)
    const tickets = await Promise.all([seat, revoked, moved].map((one) => aTicket(one, groupA)))
    const [ofLink, ofRevoked, ofMoved] = tickets as [string, string, string]
    for (const ticket of tickets) expect(await open(ticket, groupA)).toBe('open')

    await server.call('DELETE', `${path}/seats/${revoked.seat.id}`, { token: owner.token })
    expect(await open(ofRevoked, groupA)).toBe('seat.revoked')

    const { recoveryCode } = moved.seat
    await server.call('POST', '/api/v1/seats/recover', { body: { workshop: created.workshop.id, recoveryCode } })
    expect(await open(ofMoved, groupA)).toBe('ticket.unknown')

    const { body } = await server.call<{ links: { id: string; groupId: string | null; role: string }[] }>(
      'GET',
      `${path}/links`,
      { token: owner.token },
    )
    const link = body.links.find((one) => one.role === 'participant' && one.groupId === created.groups[0]!.id)
    expect((await server.call('DELETE', `${path}/links/${link?.id}`, { token: owner.token })).status).toBe(200)
    expect(await open(ofLink, groupA)).toBe('link.revoked')
    expect(await open(await aTicket(seat, groupA), groupA)).toBe('open')
  })
})
