import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { documentName, type InviteResponse, type SeatingResponse, type SeatRecord } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { EventReader } from './EventReader.ts'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
const opened: { destroy(): void }[] = []

beforeAll(async () => {
  server = await TestServer.start()
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const one of opened.splice(0)) one.destroy()
})
afterAll(() => server.stop())

async function aWorkshop(request: Readonly<Record<string, unknown>> = {}) {
  const created = await server.createWorkshop(request)
  const owner = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const [a, b] = created.groups.map(({ id }) => id) as [string, string]
  const asOwner = <T>(method: string, rest: string, body?: unknown) =>
    server.call<T>(method, `${path}${rest}`, { token: owner.token, ...(body === undefined ? {} : { body }) })
  const seats = async () => (await asOwner<{ seats: SeatRecord[] }>('GET', '/seats')).body.seats
  return { created, owner, path, a, b, asOwner, seats, participant: created.links.participant }
}

async function audited(workshopId: string): Promise<readonly unknown[]> {
  const rows = await server.database.all('SELECT event FROM audit_entry WHERE workshop_id = ? ORDER BY seq', workshopId)
  return rows.map(({ event }) => event)
}

/** A page that has a document open; remembers what it is told about its seat. */
function aPage(token: string, name: string) {
  const websocketProvider = new HocuspocusProviderWebsocket({ url: `${server.address.replace('http', 'ws')}/sync` })
  const told: string[] = []
  const synced = new Promise<string>((resolve) => {
    const provider = new HocuspocusProvider({
      websocketProvider,
      name,
      token,
      onSynced: () => resolve('open'),
      onStateless: ({ payload }) => told.push(payload),
      onAuthenticationFailed: ({ reason }) => resolve(reason),
    })
    provider.attach()
    opened.push(provider, websocketProvider)
  })
  return { synced, told }
}

describe('the lobby', () => {
  test('[ST1] a seat that waits reads its own state and nothing else, by no interface', async () => {
    const { created, path, a, asOwner } = await aWorkshop()
    expect((await asOwner('POST', '/run', { type: 'lobby', isOn: true })).status).toBe(200)
    const { token, seat } = await server.join(created.groups[0]!.link, { name: 'Ada' })
    expect(seat.isWaiting).toBe(true)
    const own = await server.call('GET', '/api/v1/seats/me', { token })
    expect(own.body).toMatchObject({ seat: { name: 'Ada', isWaiting: true }, commonGroupId: null, groups: [] })

    const { body: api } = await server.call<{ paths: Record<string, Record<string, { security?: unknown }>> }>(
      'GET',
      '/api/v1/openapi.json',
    )
    const reads = Object.entries(api.paths)
      .filter(([route, calls]) => calls['get']?.security && !route.startsWith('/api/v1/seats/me'))
      .map(([route]) =>
        route
          .replace('{id}', created.workshop.id)
          .replace('{format}', 'json')
          .replace(/\{\w+\}/g, a),
      )
    expect(reads.length).toBeGreaterThan(7)
    for (const route of reads) {
      const { body } = await server.call('GET', route, { token })
      expect([route, body.error]).toEqual([route, 'seat.waiting'])
    }
    const writes = [
      ['PATCH', '/api/v1/seats/me', { name: 'Eve' }],
      ['POST', '/api/v1/seats/recovery-code', undefined],
      ['POST', '/api/v1/sync-tickets', { document: documentName('group', a) }],
      ['POST', `${path}/run`, { type: 'lobby', isOn: false }],
      ['POST', `${path}/seats/admit`, {}],
    ] as const
    for (const [method, route, body] of writes) {
      expect((await server.call(method, route, { token, body })).body.error).toBe('seat.waiting')
    }
    for (const name of [`group/${a}`, `workshop/${created.workshop.id}`, `group/${created.common.id}`]) {
      expect(await aPage(token, name).synced).toBe('seat.waiting')
    }
  })

  test('[ST2] who is let in is told at once, also after a recovery, and never waits again', async () => {
    const { created, asOwner, seats } = await aWorkshop()
    await asOwner('POST', '/run', { type: 'lobby', isOn: true })
    const first = await server.join(created.groups[0]!.link)
    const recover = (recoveryCode: string) =>
      server.call<typeof first>('POST', '/api/v1/seats/recover', {
        body: { workshop: created.workshop.id, recoveryCode },
      })
    const { body: waiting } = await recover(first.seat.recoveryCode)
    expect(waiting.seat.isWaiting).toBe(true)
    const stream = await EventReader.open(`${server.address}/api/v1/seats/me/events`, waiting.token)
    await stream.first(({ data }) => (data['seat'] as SeatRecord).isWaiting)
    expect((await asOwner('POST', '/seats/admit', { seatIds: [first.seat.id] })).status).toBe(200)
    await stream.first(({ data }) => !(data['seat'] as SeatRecord).isWaiting)
    stream.close()
    const page = aPage(waiting.token, documentName('group', created.groups[0]!.id))
    expect(await page.synced).toBe('open')
    expect((await recover(waiting.seat.recoveryCode)).body.seat.isWaiting).toBe(false)

    const turnedAway = await server.join(created.links.observer)
    const second = await EventReader.open(`${server.address}/api/v1/seats/me/events`, turnedAway.token)
    await asOwner('DELETE', `/seats/${turnedAway.seat.id}`)
    await second.ended()
    expect((await server.call('GET', '/api/v1/seats/me', { token: turnedAway.token })).body.error).toBe('seat.revoked')
    const last = await server.join(created.links.screen)
    await asOwner('POST', '/run', { type: 'lobby', isOn: false })
    expect((await seats()).find(({ id }) => id === last.seat.id)?.isWaiting).toBe(false)
    expect((await server.join(created.groups[0]!.link)).seat.isWaiting).toBe(false)
    const events = await audited(created.workshop.id)
    expect(events.filter((event) => event === 'seats.admitted')).toHaveLength(2)
  })

  test.each(['before', 'after'])(
    '[ST2] nobody waits whose seat is stored %s those who wait are let in, while the lobby ends',
    async (order) => {
      const { created, path, asOwner } = await aWorkshop()
      await asOwner('POST', '/run', { type: 'lobby', isOn: true })
      const { database } = server
      const write = database.write.bind(database)
      const [joining, ending] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      vi.spyOn(database, 'write').mockImplementation(async (statements) => {
        if (!statements.some(({ sql }) => sql.includes('INTO seat '))) return write(statements)
        const stored = order === 'before' ? await write(statements) : null
        joining.resolve()
        await ending.promise
        return stored ?? write(statements)
      })
      const joined = server.join(created.groups[0]!.link)
      await joining.promise
      expect((await asOwner('POST', '/run', { type: 'lobby', isOn: false })).status).toBe(200)
      ending.resolve()
      const { token, seat } = await joined
      expect(seat.isWaiting).toBe(false)
      expect((await server.call('GET', path, { token })).status).toBe(200)
    },
  )

  test('[ST1] moderators come in at any time, and nobody else opens the lobby', async () => {
    const { created, path, asOwner } = await aWorkshop()
    const inside = await server.join(created.groups[0]!.link)
    await asOwner('POST', '/run', { type: 'lobby', isOn: true })
    expect((await server.join(created.links.moderator)).seat.isWaiting).toBe(false)
    const { body } = await server.call('POST', `${path}/seats/admit`, { token: inside.token, body: {} })
    expect(body.error).toBe('seat.notAllowed')
  })
})

describe('muting', () => {
  test('[ST3] a muted seat reads on, writes nothing, and its words are in its tray', async () => {
    const { created, a, asOwner } = await aWorkshop()
    const groupId = a as GroupId
    const [muted, other] = await Promise.all(
      ['Ada', 'Ben'].map((name) =>
        Participant.join({ url: server.address, invite: inviteOf(created.groups[0]!.link), name }),
      ),
    )
    try {
      await Promise.all([muted!, other!].map((person) => person.openBoard(groupId)))
      const write = (person: Participant, text: string) =>
        until(() =>
          person.edit(groupId, (board) => addItem(board, { place: { canvasId: null, fieldId: 'free' }, text })),
        )
      await write(muted!, 'vorher')
      await until(() => muted!.isSaved)
      const page = aPage(muted!.token, documentName('workshop', created.workshop.id))
      await page.synced
      const seatPath = `/seats/${muted!.seatId}`
      const startedAt = performance.now()
      expect(await asOwner('PATCH', seatPath, { isMuted: true })).toMatchObject({
        status: 200,
        body: { isMuted: true },
      })
      await until(() => page.told.some((payload) => payload.includes('seat.changed')))
      expect(performance.now() - startedAt).toBeLessThan(1_000)
      await write(muted!, 'nachher')
      await until(() => muted!.refusals.length > 0)
      expect(muted!.refusals[0]?.code).toBe('seat.muted')
      await until(() => muted!.tray.length > 0)
      expect(muted!.tray.map(({ text }) => text)).toEqual(['nachher'])
      await write(other!, 'die andere')
      const texts = () => muted!.read(groupId).items.map(({ plainText }) => plainText)
      await until(() => texts().length === 2)
      expect(texts().toSorted()).toEqual(['die andere', 'vorher'])
      await asOwner('PATCH', seatPath, { isMuted: false })
      await write(muted!, 'wieder da')
      await until(() => other!.read(groupId).items.length === 3)
    } finally {
      muted!.leave()
      other!.leave()
    }
    const events = await audited(created.workshop.id)
    expect(events.filter((event) => String(event).endsWith('muted'))).toEqual(['seat.muted', 'seat.unmuted'])
  })

  test('[ST3] only moderators mute, and only those who write in groups', async () => {
    const { created, path, owner } = await aWorkshop()
    const [person, moderator] = [await server.join(created.groups[0]!.link), await server.join(created.links.moderator)]
    const mute = async (token: string, seatId: string) =>
      (await server.call('PATCH', `${path}/seats/${seatId}`, { token, body: { isMuted: true } })).body.error
    expect(await mute(person.token, person.seat.id)).toBe('seat.notAllowed')
    const own = await server.call('PATCH', '/api/v1/seats/me', { token: person.token, body: { isMuted: false } })
    expect(own.body.error).toBe('seat.notAllowed')
    expect(await mute(owner.token, moderator.seat.id)).toBe('seat.notAllowed')
    expect(await mute(moderator.token, owner.seat.id)).toBe('seat.notAllowed')
  })
})

describe('who sits where', () => {
  test('[ST4] many are moved at once, all or nobody, and their pages are told', async () => {
    const { created, a, b, asOwner, seats, participant, path } = await aWorkshop()
    const [ada, ben] = [await server.join(participant, { group: a }), await server.join(participant, { group: b })]
    const page = aPage(ada.token, documentName('workshop', created.workshop.id))
    const board = aPage(ada.token, documentName('group', a))
    expect([await page.synced, await board.synced]).toEqual(['open', 'open'])
    const swap = {
      assignments: [
        { seatId: ada.seat.id, groupId: b },
        { seatId: ben.seat.id, groupId: a },
      ],
    }
    expect((await asOwner('POST', '/seats/assign', swap)).status).toBe(200)
    await until(() => page.told.some((payload) => payload.includes('seat.changed')))
    const groupsNow = async () => {
      const all = await seats()
      return [ada, ben].map(({ seat }) => all.find(({ id }) => id === seat.id)?.groupId)
    }
    expect(await groupsNow()).toEqual([b, a])
    const refused = [
      [
        {
          assignments: [
            { seatId: ada.seat.id, groupId: a },
            { seatId: 'x'.repeat(22), groupId: a },
          ],
        },
        'request.notFound',
      ],
      [{ assignments: [{ seatId: ada.seat.id, groupId: created.common.id }] }, 'group.unknown'],
      [{ assignments: [swap.assignments[0], swap.assignments[0]] }, 'request.malformed'],
    ] as const
    for (const [body, code] of refused) expect((await asOwner('POST', '/seats/assign', body)).body.error).toBe(code)
    const byGuest = await server.call('POST', `${path}/seats/assign`, { token: ada.token, body: swap })
    expect(byGuest.body.error).toBe('seat.notAllowed')
    expect(await groupsNow()).toEqual([b, a])
    expect(await audited(created.workshop.id)).toContain('seats.assigned')
  })

  test('[ST5] the list puts people where it says, those who are there and those who come later', async () => {
    const { a, b, asOwner, seats, participant } = await aWorkshop()
    const early = await server.join(participant, { name: 'Zoe', organisation: 'BMI', group: a })
    const lost = await server.join(participant, { name: 'Mueller, Anna', organisation: 'Sachsen' })
    const entries = [
      { name: 'Anna Müller', organisation: 'Sachsen', groupId: b },
      { name: '', organisation: 'BMI', groupId: b },
      { name: 'Kim', organisation: '', groupId: a },
      { name: 'Kim', organisation: '', groupId: b },
    ]
    const list = await asOwner<SeatingResponse>('PUT', '/assignments', { mode: 'wait', entries })
    expect(list.body).toEqual({ mode: 'wait', entries, moved: 1 })
    const groupOf = async (id: string) => (await seats()).find((seat) => seat.id === id)?.groupId
    expect([await groupOf(lost.seat.id), await groupOf(early.seat.id)]).toEqual([b, a])
    const joined = async (person: object) => (await server.join(participant, { ...person })).group?.id ?? null
    expect(await joined({ name: 'Otto', organisation: 'bmi' })).toBe(b)
    expect(await joined({ name: 'Kim' })).toBeNull()
    expect(await joined({ name: 'Somebody', group: a })).toBeNull()
    const moved = await asOwner<SeatingResponse>('PUT', '/assignments', { movesSeated: true })
    expect(moved.body.moved).toBe(1)
    expect(await groupOf(early.seat.id)).toBe(b)
    const unknown = [{ name: 'Ada', organisation: '', groupId: 'x'.repeat(22) }]
    expect((await asOwner('PUT', '/assignments', { entries: unknown })).body.error).toBe('group.unknown')
    expect((await asOwner<SeatingResponse>('GET', '/assignments')).body.entries).toEqual(entries)
  })

  test('[ST5] late joiners fill the smallest group up to its size, also when many come at once', async () => {
    const groups = [
      { name: 'A', maxSeats: 3 },
      { name: 'B', maxSeats: 2 },
    ]
    const { a, b, asOwner, seats, participant } = await aWorkshop({ groups })
    await server.join(participant, { group: a })
    const waiting = await server.join(participant)
    await asOwner('PUT', '/assignments', { mode: 'smallest' })
    await Promise.all(Array.from({ length: 5 }, () => server.join(participant)))
    const all = (await seats()).filter(({ role }) => role === 'participant')
    expect([a, b, null].map((group) => all.filter(({ groupId }) => groupId === group).length)).toEqual([3, 2, 2])
    expect(all.find(({ id }) => id === waiting.seat.id)?.groupId).toBe(b)
  })

  test('[ST6] where moderators give the groups nobody chooses, at the door or later', async () => {
    const { created, a, b, asOwner, participant } = await aWorkshop()
    const person = await server.join(participant, { group: a })
    const ownGroups = async () =>
      (await server.call<{ groups: unknown[] }>('GET', '/api/v1/seats/me', { token: person.token })).body.groups
    const door = async () =>
      (await server.call<InviteResponse>('POST', '/api/v1/invites', { body: { invite: inviteOf(participant) } })).body
    expect([(await ownGroups()).length, await door()]).toMatchObject([2, { isAssigned: false }])
    await asOwner('PUT', '/assignments', { mode: 'wait' })
    expect(await ownGroups()).toEqual([])
    expect(await door()).toMatchObject({ isAssigned: true, groups: [] })
    const change = await server.call('PATCH', '/api/v1/seats/me', { token: person.token, body: { groupId: b } })
    expect(change.body.error).toBe('seat.notAllowed')
    expect((await server.join(created.groups[1]!.link)).group?.id).toBe(b)
  })

  test('[ST7] a seat says how many people sit at it, and moderators see it', async () => {
    const { created, seats } = await aWorkshop()
    const room = await server.join(created.groups[0]!.link, { name: 'Raum 2', people: 5, companions: 'Ada, Ben' })
    const record = async () => (await seats()).find(({ id }) => id === room.seat.id)
    expect(await record()).toMatchObject({ name: 'Raum 2', people: 5, companions: 'Ada, Ben' })
    const body = { people: 1, companions: '' }
    expect((await server.call('PATCH', '/api/v1/seats/me', { token: room.token, body })).status).toBe(200)
    expect(await record()).toMatchObject(body)
    const many = await server.call('PATCH', '/api/v1/seats/me', { token: room.token, body: { people: 1_000 } })
    expect(many.body.error).toBe('request.malformed')
  })
})
