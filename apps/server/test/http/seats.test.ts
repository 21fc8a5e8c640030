import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { documentName, type InviteResponse, type SeatRecord } from '@tafelrunde/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EventReader } from './EventReader.ts'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

async function aWorkshop(request: Readonly<Record<string, unknown>> = {}) {
  const created = await server.createWorkshop(request)
  const owner = await server.join(created.links.owner)
  return { created, owner, path: `/api/v1/workshops/${created.workshop.id}` }
}

async function codeOfJoin(link: string, body: Readonly<Record<string, unknown>> = {}) {
  return (await server.call('POST', '/api/v1/seats', { body: { invite: inviteOf(link), ...body } })).body.error
}

describe('joining', () => {
  test('the join page learns workshop, groups and how full they are', async () => {
    const { created } = await aWorkshop({
      groups: [{ name: 'A', maxSeats: 2 }, { name: 'B' }],
      organisations: ['Land A'],
    })
    await server.join(created.links.participant, { group: created.groups[0]!.id })
    const invite = inviteOf(created.links.participant)
    const { body } = await server.call<InviteResponse>('POST', '/api/v1/invites', { body: { invite } })
    expect(body).toMatchObject({
      workshop: { id: created.workshop.id, title: 'Marketing', organisations: ['Land A'] },
      role: 'participant',
      group: null,
      groups: [
        { name: 'A', seats: 1, maxSeats: 2 },
        { name: 'B', seats: 0, maxSeats: null },
      ],
    })
    const direct = inviteOf(created.groups[1]!.link)
    const bound = await server.call<InviteResponse>('POST', '/api/v1/invites', { body: { invite: direct } })
    expect(bound.body).toMatchObject({ group: { name: 'B' }, groups: [] })
  })

  test('names are kept as normalised text', async () => {
    const { created } = await aWorkshop()
    const seat = await server.join(created.links.participant, { name: '  A\u0308nne\u202e\u0000 ' })
    expect(seat.seat.name).toBe('Änne')
  })

  test('who chooses a group is bound by its size, who has its link may come three times', async () => {
    const { created } = await aWorkshop({ groups: [{ name: 'A', maxSeats: 1 }, { name: 'B' }] })
    const group = created.groups[0]!
    await server.join(created.links.participant, { group: group.id })
    expect(await codeOfJoin(created.links.participant, { group: group.id })).toBe('group.full')
    const joins = await Promise.all(Array.from({ length: 6 }, () => codeOfJoin(group.link)))
    expect(joins.filter((code) => code === undefined)).toHaveLength(3)
    expect(joins.filter((code) => code === 'link.full')).toHaveLength(3)
  })

  test('seats of one link are throttled', async () => {
    const { created } = await aWorkshop()
    const joins = await Promise.all(Array.from({ length: 220 }, () => codeOfJoin(created.links.participant)))
    expect(joins.filter((code) => code === undefined).length).toBeGreaterThanOrEqual(150)
    expect(joins).toContain('request.tooMany')
    expect(await codeOfJoin(created.links.observer)).toBeUndefined()
  })

  test('a link into a group leads into no other, and nobody chooses a group that is not there', async () => {
    const { created } = await aWorkshop()
    expect(await codeOfJoin(created.groups[0]!.link, { group: created.groups[1]!.id })).toBe('group.foreign')
    expect(await codeOfJoin(created.links.participant, { group: 'a'.repeat(22) })).toBe('group.unknown')
    expect(await codeOfJoin(created.links.participant, { group: created.common.id })).toBe('group.unknown')
    expect(await codeOfJoin(created.links.screen, { group: created.groups[0]!.id })).toBe('request.malformed')
  })
})

describe('recovering', () => {
  const recover = (workshop: string, recoveryCode: string) =>
    server.call<{ token: string; seat: { id: string; recoveryCode: string } }>('POST', '/api/v1/seats/recover', {
      body: { workshop, recoveryCode },
    })

  test('brings the seat back with new token and code; the old ones are dead', async () => {
    const { created, path } = await aWorkshop()
    const first = await server.join(created.groups[0]!.link, { name: 'Ada' })
    const again = await recover(created.workshop.id, first.seat.recoveryCode.toLowerCase().replaceAll('-', ' '))
    expect(again.status).toBe(201)
    expect(again.body).toMatchObject({ seat: { id: first.seat.id, name: 'Ada' }, group: { name: 'Gründung' } })
    expect((await server.call('GET', path, { token: first.token })).body.error).toBe('seat.unknown')
    expect((await server.call('GET', path, { token: again.body.token })).status).toBe(200)
    expect((await recover(created.workshop.id, first.seat.recoveryCode)).body.error).toBe('recovery.failed')
    expect((await recover(created.workshop.id, again.body.seat.recoveryCode)).status).toBe(201)
  })

  test('of two devices that use a code at once, one gets the seat', async () => {
    const { created } = await aWorkshop()
    const { seat } = await server.join(created.links.participant)
    const answers = await Promise.all([1, 2, 3].map(() => recover(created.workshop.id, seat.recoveryCode)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 403, 403])
  })

  test('a code opens no seat of another workshop, and an unknown workshop fails the same way', async () => {
    const [mine, other] = [await aWorkshop(), await aWorkshop()]
    const { seat } = await server.join(mine.created.links.participant)
    expect((await recover(other.created.workshop.id, seat.recoveryCode)).body.error).toBe('recovery.failed')
    expect((await recover('a'.repeat(22), seat.recoveryCode)).body.error).toBe('recovery.failed')
  })

  test('guessing slows guessers down and never those who know a code', async () => {
    const { created } = await aWorkshop()
    const { seat } = await server.join(created.links.participant)
    const guesses = Array.from({ length: 60 }, () => recover(created.workshop.id, '0000-0000-0000'))
    let told = 0
    for (const guess of guesses) void guess.then(() => (told += 1))
    expect((await recover(created.workshop.id, seat.recoveryCode)).status).toBe(201)
    expect(told).toBeLessThan(guesses.length)
    const answers = await Promise.all(guesses)
    const codes = new Set(answers.map(({ body }) => body.error))
    expect(codes).toEqual(new Set(['recovery.failed', 'recovery.slowedDown']))
  })

  test('a lost code is replaced by whoever still has the device', async () => {
    const { created } = await aWorkshop()
    const { token, seat } = await server.join(created.links.participant)
    const renewed = await server.call<{ recoveryCode: string }>('POST', '/api/v1/seats/recovery-code', { token })
    expect(renewed.status).toBe(201)
    expect((await recover(created.workshop.id, seat.recoveryCode)).status).toBe(403)
    expect((await recover(created.workshop.id, renewed.body.recoveryCode)).status).toBe(201)
  })
})

describe('changing seats', () => {
  test('a person changes name, organisation and, where the link left the choice, the group', async () => {
    const { created } = await aWorkshop({ groups: [{ name: 'A' }, { name: 'B', maxSeats: 1 }] })
    const { token } = await server.join(created.links.participant, { group: created.groups[0]!.id })
    const body = { name: 'Ada', organisation: 'Land A', groupId: created.groups[1]!.id }
    const changed = await server.call<SeatRecord>('PATCH', '/api/v1/seats/me', { token, body })
    expect(changed).toMatchObject({ status: 200, body })
    const second = await server.join(created.links.participant)
    const full = await server.call('PATCH', '/api/v1/seats/me', {
      token: second.token,
      body: { groupId: body.groupId },
    })
    expect(full.body.error).toBe('group.full')
    const bound = await server.join(created.groups[0]!.link)
    const refused = await server.call('PATCH', '/api/v1/seats/me', {
      token: bound.token,
      body: { groupId: body.groupId },
    })
    expect(refused.body.error).toBe('seat.notAllowed')
    const promoted = await server.call('PATCH', '/api/v1/seats/me', { token, body: { role: 'scribe' } })
    expect(promoted.body.error).toBe('seat.notAllowed')
  })

  test('moderators see, move, promote and revoke seats, but not the owner', async () => {
    const { created, owner, path } = await aWorkshop()
    const moderator = await server.join(created.links.moderator)
    const person = await server.join(created.groups[0]!.link, { name: 'Ada' })
    const seatPath = `${path}/seats/${person.seat.id}`
    const body = { role: 'scribe', groupId: created.groups[1]!.id }
    expect(await server.call('PATCH', seatPath, { token: moderator.token, body })).toMatchObject({ status: 200, body })
    const list = await server.call<{ seats: SeatRecord[] }>('GET', `${path}/seats`, { token: moderator.token })
    expect(list.body.seats.map(({ name, role }) => [name, role])).toContainEqual(['Ada', 'scribe'])
    const onOwner = await server.call('DELETE', `${path}/seats/${owner.seat.id}`, { token: moderator.token })
    expect(onOwner.body.error).toBe('seat.notAllowed')
    expect((await server.call('DELETE', seatPath, { token: moderator.token })).status).toBe(200)
    expect((await server.call('GET', path, { token: person.token })).body.error).toBe('seat.revoked')
    expect((await server.call('DELETE', seatPath, { token: moderator.token })).body.error).toBe('request.notFound')
  })

  test('[H2] a revocation ends streams and sockets in under a second', async () => {
    const { created, owner, path } = await aWorkshop()
    const person = await server.join(created.links.observer)
    const stream = await EventReader.open(`${server.address}${path}/plenary/events`, person.token)
    await stream.first(({ event }) => event === 'state')
    const socket = new HocuspocusProviderWebsocket({
      url: `${server.address.replace('http', 'ws')}/sync`,
      maxAttempts: 1,
    })
    const provider = new HocuspocusProvider({
      websocketProvider: socket,
      name: documentName('workshop', created.workshop.id),
      token: person.token,
    })
    provider.attach()
    await new Promise<void>((resolve) => provider.on('synced', () => resolve()))
    const closed = new Promise<string>((resolve) =>
      provider.on('close', ({ event }: { event: { reason: string } }) => resolve(event.reason)),
    )
    const startedAt = performance.now()
    await server.call('DELETE', `${path}/seats/${person.seat.id}`, { token: owner.token })
    expect(await closed).toBe('seat.revoked')
    await stream.ended()
    expect(performance.now() - startedAt).toBeLessThan(1000)
    provider.destroy()
    socket.destroy()
  })
})
