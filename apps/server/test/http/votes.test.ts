import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import {
  AppError,
  documentName,
  type CreateWorkshopResponse,
  type JoinResponse,
  type VoteResponse,
} from '@tafelrunde/protocol'
import { addItem, addRecommendation, type Board } from '@tafelrunde/schema'
import { newId, richTextOf, type GroupId, type RunState } from '@tafelrunde/schema/plain'
import { Participant } from '@tafelrunde/testkit'
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

const DOTS = {
  kind: 'dots',
  question: 'Womit beginnen wir?',
  subject: 'notes',
  where: 'common',
  fieldId: null,
  options: [],
  votesPerSeat: 3,
  maxPerOption: 2,
  isHiddenUntilClosed: true,
  isSecret: false,
  mayAbstain: true,
  weight: 'seat',
} as const

const give = (...votes: readonly (readonly [string, number])[]) => ({
  allocations: votes.map(([optionId, given]) => ({ optionId, votes: given })),
})

/** A workshop whose common board has three notes, with a moderator and the calls that a vote needs. */
async function aVote() {
  const created = await server.createWorkshop({ template: 'ozg-marketing-4h' })
  const [owner, moderator, anna, ben] = (await Promise.all([
    server.join(created.links.owner),
    server.join(created.links.moderator),
    server.join(created.groups[0]!.link, { name: 'Anna', organisation: 'BMI' }),
    server.join(created.groups[1]!.link, { name: 'Ben', organisation: 'Hessen' }),
  ])) as [JoinResponse, JoinResponse, JoinResponse, JoinResponse]
  await write(created, created.common.id, (board) => {
    for (const text of ['Gründende', 'Familien', 'Studierende']) {
      addItem(board, { place: { canvasId: null, fieldId: 'free' }, text: richTextOf(text) })
    }
  })
  const path = `/api/v1/workshops/${created.workshop.id}/votes`
  const call = (method: string, rest: string, token: string, body?: unknown) =>
    server.call<VoteResponse>(method, `${path}${rest}`, { token, body })
  return {
    created,
    owner,
    moderator,
    anna,
    ben,
    call,
    open: (body: unknown = { plan: DOTS }) => call('POST', '', moderator.token, body),
    read: (roundId: string, token: string) => call('GET', `/${roundId}`, token),
    vote: (roundId: string, token: string, ballot: unknown) => call('PUT', `/${roundId}/ballot`, token, ballot),
    close: (roundId: string) => call('POST', `/${roundId}/close`, moderator.token),
    runOf: async () => {
      const { body } = await server.call<{ run: RunState }>('GET', path.replace('/votes', ''), {
        token: moderator.token,
      })
      return body.run
    },
  }
}

async function write(created: CreateWorkshopResponse, groupId: string, change: (board: Board) => void): Promise<void> {
  const person = await Participant.join({ url: server.address, invite: inviteOf(created.links.moderator) })
  const board = await person.openBoard(groupId as GroupId)
  person.edit(groupId as GroupId, change)
  await expect.poll(() => board.isSaved).toBe(true)
  person.leave()
}

/** Opens a document with an unmodified provider and keeps every byte that its socket receives. */
function listen(token: string, name: string): Promise<{ bytes: () => string; provider: HocuspocusProvider }> {
  const received: Buffer[] = []
  class RecordingSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url)
      this.addEventListener('message', ({ data }) => received.push(Buffer.from(data as ArrayBuffer)))
    }
  }
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${server.address.replace('http', 'ws')}/sync`,
    WebSocketPolyfill: RecordingSocket,
  })
  return new Promise((resolve, reject) => {
    const provider = new HocuspocusProvider({
      websocketProvider,
      name,
      token,
      onSynced: () => resolve({ bytes: () => Buffer.concat(received).toString('latin1'), provider }),
      onAuthenticationFailed: ({ reason }) => reject(new Error(reason)),
    })
    provider.attach()
    opened.push(provider, websocketProvider)
  })
}

describe('a round', () => {
  test('[VT1] has the notes of the boards as they were when it opened, and is told in the run state', async () => {
    const { created, open, runOf, call, moderator } = await aVote()
    const { status, body } = await open()
    expect(status).toBe(201)
    expect(body.options.map(({ label }) => label)).toEqual(['Gründende', 'Familien', 'Studierende'])
    await write(created, created.common.id, (board) => {
      addItem(board, { place: { canvasId: null, fieldId: 'free' }, text: richTextOf('Zu spät') })
    })
    expect((await call('GET', `/${body.roundId}`, moderator.token)).body.options).toEqual(body.options)
    const { rounds } = await runOf()
    expect(rounds).toMatchObject([{ id: body.roundId, number: 1, stepId: null, closedAt: null, plan: DOTS }])
  })

  test('[VT2] one at a time, also when two moderators open one at once; a later one is a new round', async () => {
    const { open, close, runOf } = await aVote()
    const answers = await Promise.all([open(), open(), open()])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    expect(answers.find(({ status }) => status === 409)!.body.error).toBe('vote.running')
    const first = answers.find(({ status }) => status === 201)!.body.roundId
    expect((await open()).body.error).toBe('vote.running')
    const closed = await close(first)
    expect(closed.body.closedAt).toBeGreaterThan(0)
    expect((await close(first)).body.closedAt).toBe(closed.body.closedAt)
    expect((await open()).status).toBe(201)
    expect((await runOf()).rounds.map(({ number, closedAt }) => [number, closedAt !== null])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  test('[VT2] one that the disk has taken and denied is gone after a restart, and the next one opens', async () => {
    const { created, open, runOf, moderator } = await aVote()
    const { database } = server
    const [write, get] = [database.write.bind(database), database.get.bind(database)]
    // Neither the answer of the disk arrives, nor can it be asked.
    vi.spyOn(database, 'get').mockImplementation((sql, ...params) => {
      if (sql.includes('checksum')) {
        return Promise.reject(new AppError('storage.unavailable', 'as if the disk could not be read'))
      }
      return get(sql, ...params)
    })
    vi.spyOn(database, 'write').mockImplementation(async (statements) => {
      const written = await write(statements)
      const isOfRunState = statements.some(({ sql, params }) => {
        return sql.includes('INTO journal_row') && String(params?.[0]).startsWith('workshop/')
      })
      if (isOfRunState) throw new AppError('storage.unavailable', 'as if the answer were lost')
      return written
    })
    expect((await open()).status).toBe(503)
    vi.restoreAllMocks()
    await server.restart()
    // The row is on the disk: whoever opens the run state would be asked to vote in a round that is none.
    await listen(moderator.token, documentName('workshop', created.workshop.id))
    await expect.poll(async () => (await runOf()).rounds).toEqual([])
    expect(server.logged.some((line) => line.includes('vote.removed'))).toBe(true)
    const again = await open()
    expect(again.status).toBe(201)
    await server.restart()
    expect((await runOf()).rounds.map(({ id, number }) => [id, number])).toEqual([[again.body.roundId, 1]])
  })

  test('[VT2] closed in the store when the run state could not be written, it is closed everywhere after a restart', async () => {
    const { created, open, close, read, runOf, anna } = await aVote()
    const { roundId } = (await open()).body
    const { database } = server
    const write = database.write.bind(database)
    vi.spyOn(database, 'write').mockImplementation((statements) =>
      statements.some(({ sql }) => sql.includes('INTO journal_row'))
        ? Promise.reject(new AppError('storage.unavailable', 'the disk is full'))
        : write(statements),
    )
    expect((await close(roundId)).status).toBe(503)
    vi.restoreAllMocks()
    await server.restart()
    await expect.poll(async () => (await runOf()).rounds[0]!.closedAt).not.toBeNull()
    expect((await runOf()).rounds[0]!.closedAt).toBe((await read(roundId, anna.token)).body.closedAt)
    const closings = await server.database.all(
      "SELECT seat_id FROM audit_entry WHERE workshop_id = ? AND event = 'vote.closed'",
      created.workshop.id,
    )
    expect(closings).toEqual([{ seat_id: null }])
  })

  test('[VT1] is of the plan of the step; without a plan or anything to vote on there is none', async () => {
    const { open, runOf, created, moderator } = await aVote()
    expect((await open({})).body.error).toBe('vote.unknown')
    expect((await open({ stepId: newId() })).body.error).toBe('step.unknown')
    expect((await open({ plan: { ...DOTS, where: 'groups' } })).body.error).toBe('vote.empty')
    const step = (await runOf()).steps.find(({ vote }) => vote?.subject === 'notes')!
    const path = `/api/v1/workshops/${created.workshop.id}/run`
    await server.call('POST', path, { token: moderator.token, body: { type: 'step.start', stepId: step.id } })
    expect((await open({})).status).toBe(201)
    expect((await runOf()).rounds).toMatchObject([{ stepId: step.id, plan: step.vote }])
  })

  test('[VT3] only moderators open, close, enter for others and take winners', async () => {
    const { call, anna, open, created } = await aVote()
    const { roundId, options } = (await open()).body
    const observer = await server.join(created.links.observer)
    for (const { token } of [anna, observer]) {
      const answers = await Promise.all([
        call('POST', '', token, { plan: DOTS }),
        call('POST', `/${roundId}/close`, token),
        call('POST', `/${roundId}/proxy-ballots`, token, { id: newId(), ballot: { isAbstention: true } }),
        call('POST', `/${roundId}/winners`, token, { optionIds: [options[0]!.id] }),
      ])
      expect(answers.map(({ body }) => body.error)).toEqual(Array.from({ length: 4 }, () => 'seat.notAllowed'))
    }
  })
})

describe('a ballot', () => {
  test('[VT4] counts once, however often and from wherever it comes; the last one stands, and its seat gets it back', async () => {
    const { open, vote, read, close, anna, ben, moderator } = await aVote()
    const { roundId, options } = (await open()).body
    const [a, b] = options.map(({ id }) => id) as [string, string]
    expect((await read(roundId, anna.token)).body).toMatchObject({ hasVoted: false, ownBallot: null, mayVote: true })
    await Promise.all([1, 2, 3].map(() => vote(roundId, anna.token, give([a, 2], [b, 1]))))
    expect((await vote(roundId, anna.token, give([b, 2]))).body).toEqual({ ballot: give([b, 2]) })
    await vote(roundId, ben.token, give([a, 1]))
    expect((await read(roundId, anna.token)).body).toMatchObject({ hasVoted: true, ownBallot: give([b, 2]) })
    expect((await read(roundId, moderator.token)).body.turnout).toEqual({ voted: 2, proxies: 0, eligible: 5 })
    const { results, turnout } = (await close(roundId)).body
    expect(results!.options.map(({ optionId, votes, rank }) => [optionId, votes, rank])).toEqual([
      [b, 2, 1],
      [a, 1, 2],
      [options[2]!.id, 0, 3],
    ])
    expect(turnout).toEqual({ voted: 2, proxies: 0, eligible: 5 })
    expect((await vote(roundId, anna.token, give([a, 1]))).body.error).toBe('vote.closed')
    expect((await read(roundId, ben.token)).body.results).toEqual(results)
  })

  test('[VT4] cannot be forged: not by onlookers, strangers, of other votes, or beyond what the plan allows', async () => {
    const { open, vote, anna, created, call } = await aVote()
    const { roundId, options } = (await open()).body
    const other = await aVote()
    const otherRound = (await other.open()).body
    const a = options[0]!.id
    const [observer, screen] = await Promise.all([
      server.join(created.links.observer),
      server.join(created.links.screen),
    ])
    const refused = [
      [observer.token, give([a, 1]), 'seat.notAllowed'],
      [screen.token, give([a, 1]), 'seat.notAllowed'],
      [other.anna.token, give([a, 1]), 'seat.notAllowed'],
      [`${anna.token.slice(0, -1)}_`, give([a, 1]), 'seat.unknown'],
      [anna.token, give([a, 3]), 'ballot.invalid'],
      [anna.token, give([a, 2], [options[1]!.id, 2]), 'ballot.invalid'],
      [anna.token, give([otherRound.options[0]!.id, 1]), 'ballot.invalid'],
      [anna.token, give([a, 1], [a, 1]), 'ballot.invalid'],
      [anna.token, give([a, -1]), 'request.malformed'],
      [anna.token, { ...give([a, 1]), seatId: observer.seat.id }, 'request.malformed'],
      [anna.token, { estimates: [] }, 'ballot.invalid'],
    ] as const
    for (const [token, ballot, code] of refused) expect((await vote(roundId, token, ballot)).body.error).toBe(code)
    expect((await call('PUT', `/${otherRound.roundId}/ballot`, anna.token, give())).body.error).toBe('vote.unknown')
    expect((await call('GET', `/${otherRound.roundId}`, anna.token)).body.error).toBe('vote.unknown')
  })

  test('[VT5] a secret one is sealed for the device that recovers the seat, and counts once', async () => {
    const { open, vote, read, close, anna, created } = await aVote()
    const { roundId, options } = (await open({ plan: { ...DOTS, isSecret: true } })).body
    const a = options[0]!.id
    await vote(roundId, anna.token, give([a, 1]))
    await vote(roundId, anna.token, give([a, 2]))
    const body = { workshop: created.workshop.id, recoveryCode: anna.seat.recoveryCode }
    const recovered = (await server.call<JoinResponse>('POST', '/api/v1/seats/recover', { body })).body
    expect((await read(roundId, recovered.token)).body).toMatchObject({ hasVoted: true, ownBallot: null })
    expect((await vote(roundId, recovered.token, give([a, 1]))).body.error).toBe('ballot.sealed')
    expect((await vote(roundId, anna.token, give([a, 1]))).body.error).toBe('seat.unknown')
    const { results, turnout } = (await close(roundId)).body
    expect(results!.options[0]).toMatchObject({ optionId: a, votes: 2, voters: 1 })
    expect(turnout!.voted).toBe(1)
  })

  test('[VT6] a moderator enters it for somebody without a device; a repeated request counts once', async () => {
    const { open, call, close, moderator, vote, anna } = await aVote()
    const { roundId, options } = (await open({ plan: { ...DOTS, weight: 'organisation' } })).body
    const a = options[0]!.id
    await vote(roundId, anna.token, give([a, 2]))
    const enter = (id: string, ballot: unknown) =>
      call('POST', `/${roundId}/proxy-ballots`, moderator.token, { id, name: 'Frau K.', organisation: 'bmi', ballot })
    const id = newId()
    await Promise.all([enter(id, give([a, 1])), enter(id, give([a, 1]))])
    const { body } = await enter(anna.seat.id, give([a, 1]))
    expect(body.turnout).toMatchObject({ voted: 3, proxies: 2 })
    expect(body.proxies).toContainEqual({ id, name: 'Frau K.' })
    expect((await enter(newId(), give([a, 3]))).body.error).toBe('ballot.invalid')
    expect((await close(roundId)).body.results!.options[0]).toMatchObject({ votes: 4, voters: 3, weight: 1.333333 })
  })

  test('[VT7] estimates are given by each member for the own group, by everybody where the plan says common', async () => {
    const { open, vote, read, close, anna, ben, created } = await aVote()
    for (const [at, { id }] of created.groups.entries()) {
      await write(created, id, (board) => void addRecommendation(board, { title: `Empfehlung ${at}` }))
    }
    const plan = { ...DOTS, kind: 'estimate', subject: 'recommendations', where: 'groups' }
    const { roundId, options } = (await open({ plan })).body
    const [first, second] = options.map(({ id }) => id) as [string, string]
    expect((await read(roundId, anna.token)).body.options.map(({ id }) => id)).toEqual([first])
    const said = (optionId: string, effort: number) => ({
      estimates: [{ optionId, effort, impact: 5, confidence: null }],
    })
    expect((await vote(roundId, anna.token, said(second, 1))).body.error).toBe('ballot.invalid')
    expect((await vote(roundId, anna.token, said(first, 2))).status).toBe(200)
    expect((await vote(roundId, ben.token, said(second, 4))).status).toBe(200)
    const { results } = (await close(roundId)).body
    expect(results!.options.map(({ optionId, effort }) => [optionId, effort!.median])).toEqual([
      [first, 2],
      [second, 4],
    ])
    expect((await read(roundId, anna.token)).body.options).toHaveLength(2)
    const common = (await open({ plan: { ...plan, where: 'common' } })).body
    expect((await read(common.roundId, anna.token)).body.options).toHaveLength(2)
  })
})

describe('estimates by group with open figures', () => {
  test('[VT7] [VT8] offer a member the own group’s options and figures, and no other group’s', async () => {
    const { created, open, vote, read, close, anna, ben, moderator } = await aVote()
    for (const [at, { id }] of created.groups.entries()) {
      await write(created, id, (board) => void addRecommendation(board, { title: `Empfehlung ${at}` }))
    }
    const nobody = await server.join(created.links.participant)
    const onlooker = await server.join(created.links.observer)
    const byGroup = { kind: 'estimate', subject: 'recommendations', where: 'groups' }
    const plan = { ...DOTS, ...byGroup, isHiddenUntilClosed: false }
    const { roundId, options } = (await open({ plan })).body
    const [first, second] = options.map(({ id }) => id) as [string, string]
    const said = (optionId: string) => ({ estimates: [{ optionId, effort: 2, impact: 5, confidence: null }] })
    await vote(roundId, anna.token, said(first))
    await vote(roundId, ben.token, said(second))
    const seen = async (token: string) => {
      const { body } = await read(roundId, token)
      return [body.options.map(({ id }) => id), body.results!.options.map(({ optionId }) => optionId)]
    }
    expect(await seen(anna.token)).toEqual([[first], [first]])
    expect(await seen(ben.token)).toEqual([[second], [second]])
    expect(await seen(nobody.token)).toEqual([[], []])
    expect((await vote(roundId, nobody.token, said(first))).body.error).toBe('ballot.invalid')
    for (const { token } of [moderator, onlooker]) expect((await seen(token))[0]).toEqual([first, second])
    await close(roundId)
    for (const { token } of [anna, ben, nobody]) expect((await seen(token))[1]).toEqual([first, second])
  })
})

describe('looking on at one group', () => {
  test('[VT8] shows what that group put to the vote, and nothing of the others', async () => {
    const { created, open, read, close, moderator } = await aVote()
    const [first, second] = created.groups.map(({ id }) => id) as [string, string]
    for (const groupId of [first, second]) {
      await write(created, groupId, (board) => void addRecommendation(board, { title: `Von ${groupId}` }))
    }
    const { body: link } = await server.call<{ url: string }>(
      'POST',
      `/api/v1/workshops/${created.workshop.id}/links`,
      {
        token: moderator.token,
        body: { role: 'observer', groupId: first },
      },
    )
    const onlooker = await server.join(link.url)
    const { roundId } = (await open({ plan: { ...DOTS, subject: 'recommendations', where: 'groups' } })).body
    const groupsSeen = async () => (await read(roundId, onlooker.token)).body.options.map(({ groupId }) => groupId)
    expect(await groupsSeen()).toEqual([first])
    await close(roundId)
    expect(await groupsSeen()).toEqual([first])
    expect((await read(roundId, onlooker.token)).body.results?.options).toHaveLength(1)
    expect((await read(roundId, moderator.token)).body.results?.options).toHaveLength(2)
  })
})

describe('reading early', () => {
  test.each([
    ['hidden', { isSecret: false }],
    ['secret', { isSecret: true, isHiddenUntilClosed: false }],
  ])('[VT8] while a %s round is open, nobody receives a figure through anything', async (_, secrecy) => {
    const { created, open, vote, read, call, owner, moderator, anna, ben } = await aVote()
    const { id } = created.workshop
    const [scribe, observer, screen] = (await Promise.all([
      server.join(created.groups[0]!.scribeLink),
      server.join(created.links.observer),
      server.join(created.links.screen),
    ])) as [JoinResponse, JoinResponse, JoinResponse]
    const others = { owner, moderator, scribe, ben, observer, screen }
    const { roundId, options } = (await open({ plan: { ...DOTS, ...secrecy } })).body
    const before = await readAll()
    const documents = await Promise.all(
      Object.values(others).flatMap(({ token }) => [
        listen(token, documentName('workshop', id)),
        listen(token, documentName('group', created.common.id as GroupId)),
      ]),
    )
    const streams = await Promise.all([
      ...[owner, moderator].map(({ token }) => stream('cockpit/events', token)),
      ...Object.values(others).map(({ token }) => stream('plenary/events', token)),
    ])

    const proxy = { id: newId(), name: 'Frau K.', ballot: give([options[1]!.id, 2]) }
    await vote(roundId, anna.token, give([options[0]!.id, 2], [options[2]!.id, 1]))
    await call('POST', `/${roundId}/proxy-ballots`, moderator.token, proxy)
    await server.call('POST', `/api/v1/workshops/${id}/snapshots`, { token: owner.token, body: { name: 'Jetzt' } })

    // The cockpit is told how many have voted, and nothing else.
    const counted = { votes: [{ roundId, voted: 2, proxies: 1 }] }
    for (const cockpit of streams.slice(0, 2)) {
      const isTold = ({ event, data }: { event: string; data: unknown }) =>
        event === 'votes' && JSON.stringify(data) === JSON.stringify(counted)
      await cockpit.first(isTold)
    }
    // Before and after the ballots, everybody reads the same of the round; moderators how many have voted.
    const after = await readAll()
    for (const [role, body] of Object.entries(after)) {
      const isModerator = role === 'owner' || role === 'moderator'
      expect(body.results).toBeNull()
      const shown = isModerator
        ? { turnout: { ...before[role]!.turnout, voted: 2, proxies: 1 }, proxies: [{ id: proxy.id, name: 'Frau K.' }] }
        : {}
      expect(body).toEqual({ ...before[role], ...shown })
      expect(body.turnout === null).toBe(!isModerator)
    }
    // Figures would have to name their option. No byte that anybody received, no export, snapshot or log does.
    const exported = await Promise.all(
      Object.values(others).flatMap(({ token }) =>
        ['html', 'json', 'csv', 'md'].map(async (format) => {
          const { body } = await server.call('GET', `/api/v1/workshops/${id}/results.${format}`, { token })
          return JSON.stringify(body)
        }),
      ),
    )
    const snapshots = await server.database.all('SELECT state FROM snapshot_document')
    expect(snapshots.length).toBeGreaterThan(0)
    const seen = [
      ...documents.map(({ bytes }) => bytes()),
      ...streams.map(({ events }) => JSON.stringify(events)),
      ...exported,
      ...snapshots.map(({ state }) => Buffer.from(state as Uint8Array).toString('latin1')),
      JSON.stringify(await server.database.all('SELECT * FROM audit_entry')),
      ...server.logged,
      (await server.call<{ text: string }>('GET', '/metrics')).body.text,
    ]
    expect(seen.filter((bytes) => bytes.includes(roundId)).length).toBeGreaterThan(8)
    for (const option of options) expect(seen.filter((bytes) => bytes.includes(option.id))).toEqual([])
    expect(server.logged.filter((line) => line.includes('Frau K.'))).toEqual([])

    // After closing everybody reads the same figures, the onlookers too.
    const { results } = (await call('POST', `/${roundId}/close`, moderator.token)).body
    expect(results!.options.map(({ votes }) => votes)).toEqual([2, 2, 1])
    for (const body of Object.values(await readAll())) expect(body.results).toEqual(results)
    for (const each of streams) each.close()

    async function readAll(): Promise<Record<string, VoteResponse>> {
      const bodies = Object.entries(others).map(async ([role, { token }]) => [role, (await read(roundId, token)).body])
      return Object.fromEntries(await Promise.all(bodies)) as Record<string, VoteResponse>
    }
    async function stream(what: string, token: string): Promise<EventReader> {
      const reader = await EventReader.open(`${server.address}/api/v1/workshops/${id}/${what}`, token)
      await reader.first(({ event }) => event === 'state')
      return reader
    }
  })

  test('[VT8] figures of a round that is not hidden are there while it is open', async () => {
    const { open, vote, read, anna, ben } = await aVote()
    const { roundId, options } = (await open({ plan: { ...DOTS, isHiddenUntilClosed: false } })).body
    await vote(roundId, anna.token, give([options[1]!.id, 2]))
    const { results, turnout } = (await read(roundId, ben.token)).body
    expect(results!.options[0]).toMatchObject({ optionId: options[1]!.id, votes: 2 })
    expect(turnout!.voted).toBe(1)
  })

  test('[VT4] of ballots that race with the closing, every one that was told as counted is in the figures', async () => {
    const { created, open, vote, close } = await aVote()
    const { roundId, options } = (await open()).body
    const seats = await Promise.all(Array.from({ length: 12 }, () => server.join(created.links.participant)))
    const ballots = seats.map(({ token }) => vote(roundId, token, give([options[0]!.id, 1])))
    const closed = close(roundId)
    const told = await Promise.all(ballots)
    const counted = told.filter(({ status }) => status === 200).length
    expect(told.filter(({ body }) => body.error === 'vote.closed')).toHaveLength(seats.length - counted)
    expect((await closed).body.results!.options.find(({ optionId }) => optionId === options[0]!.id)!.votes).toBe(
      counted,
    )
  })
})

describe('winners', () => {
  test('[VT9] notes become target groups with a canvas in the groups in turn, once', async () => {
    const { created, open, call, close, moderator, runOf } = await aVote()
    const { roundId, options } = (await open()).body
    const optionIds = options.map(({ id }) => id)
    const take = (body: unknown) => call('POST', `/${roundId}/winners`, moderator.token, body)
    expect((await take({ optionIds })).body.error).toBe('vote.running')
    await close(roundId)
    expect((await take({ optionIds: [newId()] })).body.error).toBe('request.malformed')
    expect((await take({ optionIds, groupIds: [created.common.id] })).body.error).toBe('group.unknown')
    const groupIds = created.groups.map(({ id }) => id)
    await Promise.all([take({ optionIds, groupIds }), take({ optionIds, groupIds })])
    const { targetGroups, groups } = await runOf()
    expect(targetGroups.map(({ title }) => title)).toEqual(['Gründende', 'Familien', 'Studierende'])
    const [first, second, third] = targetGroups.map(({ id }) => id)
    expect(groups.slice(1).map(({ targetGroupId }) => targetGroupId)).toEqual([first, second])
    const { body } = await server.call<{ tiles: { groupId: string; canvases: { title: string }[] }[] }>(
      'GET',
      `/api/v1/workshops/${created.workshop.id}/cockpit`,
      { token: moderator.token },
    )
    const titles = groupIds.map((id) => body.tiles.find(({ groupId }) => groupId === id)!.canvases.map((c) => c.title))
    expect(titles).toEqual([['Gründende', 'Studierende'], ['Familien']])
    expect(third).toBeDefined()
  })

  test('[VT9] a workshop that was closed takes neither ballots nor canvases, a frozen board no canvas', async () => {
    const { created, open, call, close, moderator, anna } = await aVote()
    const steer = (path: string, body?: unknown) =>
      server.call('POST', `/api/v1/workshops/${created.workshop.id}${path}`, {
        token: moderator.token,
        ...(body ? { body } : {}),
      })
    const { roundId, options } = (await open()).body
    const optionIds = [options[0]!.id]
    await steer('/close')
    const ballot = { allocations: [{ optionId: options[0]!.id, votes: 1 }] }
    expect((await call('PUT', `/${roundId}/ballot`, anna.token, ballot)).body.error).toBe('vote.closed')
    await close(roundId)
    const take = () => call('POST', `/${roundId}/winners`, moderator.token, { optionIds })
    expect((await take()).body.error).toBe('workshop.closed')
    await steer('/reopen')
    await steer('/run', { type: 'freeze', groupId: created.groups[0]!.id })
    expect((await take()).body.error).toBe('board.frozen')
    await steer('/run', { type: 'unfreeze' })
    expect((await take()).status).toBe(200)
  })

  test('[VT9] recommendations become priorities, which every member reads', async () => {
    const { created, open, call, close, moderator, anna } = await aVote()
    const groupId = created.groups[0]!.id
    await write(created, groupId, (board) => {
      for (const title of ['Flyer verteilen', 'Kammern einladen']) addRecommendation(board, { title })
    })
    const plan = { ...DOTS, kind: 'points', subject: 'recommendations' }
    const { roundId, options } = (await open({ plan })).body
    await close(roundId)
    const [first, second] = options as [VoteResponse['options'][0], VoteResponse['options'][0]]
    await call('POST', `/${roundId}/winners`, moderator.token, { optionIds: [second.id, first.id] })
    const path = `/api/v1/workshops/${created.workshop.id}/priorities`
    expect((await server.call('GET', path, { token: anna.token })).body).toEqual({
      priorities: [
        { recommendationKey: second.key, rank: 1, roundId },
        { recommendationKey: first.key, rank: 2, roundId },
      ],
    })
  })

  test('[VT2] rounds, ballots and results outlive a restart of the server', async () => {
    const { open, vote, read, close, anna } = await aVote()
    const { roundId, options } = (await open()).body
    await vote(roundId, anna.token, give([options[1]!.id, 2]))
    await server.restart()
    expect((await read(roundId, anna.token)).body).toMatchObject({ ownBallot: give([options[1]!.id, 2]), options })
    expect((await close(roundId)).body.results!.options[0]).toMatchObject({ votes: 2, rank: 1 })
  })
})
