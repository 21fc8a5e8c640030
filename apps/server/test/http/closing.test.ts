import { AppError, documentName, type CockpitState, type JoinResponse, type VoteResponse } from '@tafelrunde/protocol'
import { addHiddenNotes, openBoard } from '@tafelrunde/schema'
import { type GroupId, type RunState } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
const leaving: Participant[] = []

beforeAll(async () => {
  server = await TestServer.start()
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const person of leaving.splice(0)) person.leave()
})
afterAll(() => server.stop())

const CHOICE = {
  kind: 'choice',
  question: 'Womit beginnen wir?',
  subject: 'options',
  where: 'common',
  fieldId: null,
  options: ['Gründung', 'Familien'],
  votesPerSeat: 1,
  maxPerOption: 1,
  isHiddenUntilClosed: true,
  isSecret: false,
  mayAbstain: true,
  weight: 'seat',
}

/** A workshop with a note that nobody was shown, and a vote that is open and has a ballot. */
async function aWorkshop() {
  const created = await server.createWorkshop()
  const owner = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const call = <T>(method: string, rest: string, body?: unknown, token = owner.token) =>
    server.call<T>(method, `${path}${rest}`, { token, body })
  const post = (rest: string, body?: unknown) => call<{ run: RunState }>('POST', rest, body)
  return {
    ...created,
    groupId: created.groups[0]!.id as GroupId,
    call,
    post,
    run: async () => (await call<{ run: RunState }>('GET', '')).body.run,
    cockpit: async () => (await call<CockpitState>('GET', '/cockpit')).body,
    openVote: async () => (await call<VoteResponse>('POST', '/votes', { plan: CHOICE })).body,
    vote: async (round: VoteResponse, { token }: JoinResponse) => {
      const ballot = { allocations: [{ optionId: round.options[1]!.id, votes: 1 }] }
      await call('PUT', `/votes/${round.roundId}/ballot`, ballot, token)
    },
  }
}

async function hideNote(link: string, groupId: GroupId): Promise<string> {
  const person = await Participant.join({ url: server.address, invite: inviteOf(link), name: 'Anna' })
  leaving.push(person)
  const name = documentName('private', person.seatId)
  const document = person.open(name)
  await until(() => document.isSynced, { what: 'the private document' })
  addHiddenNotes(openBoard(document.ydoc), { groupId, canvasId: null, fieldId: 'notes' }, ['nie gezeigt'])
  await until(() => person.isSaved, { what: 'the hidden note to be saved' })
  return name
}

/** From the write with this number on the disk takes nothing; tells how many it has taken. */
function stopAtWrite(last: number): { readonly count: () => number } {
  const { database } = server
  const write = database.write.bind(database)
  let taken = 0
  vi.spyOn(database, 'write').mockImplementation((statements) => {
    if (taken >= last) return Promise.reject(new AppError('storage.unavailable', 'as if the machine were off'))
    taken += 1
    return write(statements)
  })
  return { count: () => taken }
}

describe('closing', () => {
  test.each(['the next start', 'the same server'])(
    '[HW8] stopped before any of its writes is completed on %s: one snapshot, every vote closed, every hidden note gone',
    async (where) => {
      let isWhole = false
      let stops = 0
      for (let writes = 0; !isWhole; writes += 1) {
        const workshop = await aWorkshop()
        const voter = await server.join(workshop.groups[1]!.link)
        const round = await workshop.openVote()
        await workshop.vote(round, voter)
        const hidden = await hideNote(workshop.groups[0]!.link, workshop.groupId)
        const disk = stopAtWrite(writes)
        await workshop.post('/close')
        isWhole = disk.count() < writes
        stops += 1
        vi.restoreAllMocks()
        for (const person of leaving.splice(0)) person.leave()
        if (where === 'the next start') await server.restart()

        for (let again = 0; again < 2; again += 1) expect((await workshop.post('/close')).status).toBe(200)
        const run = await workshop.run()
        expect([run.closedAt, run.rounds[0]!.closedAt], `after ${writes} writes`).not.toContain(null)
        expect((await workshop.cockpit()).snapshots.map(({ name }) => name)).toEqual([
          expect.stringContaining('Geschlossen am'),
        ])
        const { body } = await workshop.call<VoteResponse>('GET', `/votes/${round.roundId}`, undefined, voter.token)
        expect(body.results!.options.map(({ votes }) => votes)).toEqual([1, 0])
        expect(await server.database.all('SELECT 1 FROM journal_row WHERE document = ?', hidden)).toEqual([])
        const events = await server.database.all(
          "SELECT 1 FROM audit_entry WHERE workshop_id = ? AND event IN ('workshop.closed', 'vote.closed')",
          workshop.workshop.id,
        )
        expect(events.length).toBeLessThanOrEqual(2)
      }
      expect(stops).toBeGreaterThan(5)
    },
  )

  test('[HW8] by several moderators at once keeps one snapshot, and tells of one closing', async () => {
    const workshop = await aWorkshop()
    await workshop.openVote()
    const answers = await Promise.all([1, 2, 3].map(() => workshop.post('/close')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await workshop.cockpit()).snapshots).toHaveLength(1)
    const rows = await server.database.all(
      'SELECT event FROM audit_entry WHERE workshop_id = ? ORDER BY event',
      workshop.workshop.id,
    )
    const events = rows.map(({ event }) => event)
    expect(events.filter((event) => event !== 'workshop.created')).toEqual([
      'snapshot.kept',
      'vote.closed',
      'vote.opened',
      'workshop.closed',
    ])
  })

  test('[HW8] closes a vote with its figures as they are, and the snapshot knows it as closed', async () => {
    const workshop = await aWorkshop()
    const voter = await server.join(workshop.groups[0]!.link)
    const round = await workshop.openVote()
    await workshop.vote(round, voter)
    const { run } = (await workshop.post('/close')).body
    expect(run.rounds.map(({ id, closedAt }) => [id, closedAt === null])).toEqual([[round.roundId, false]])
    const { body } = await workshop.call<VoteResponse>('GET', `/votes/${round.roundId}`, undefined, voter.token)
    expect(body).toMatchObject({ closedAt: run.rounds[0]!.closedAt, mayVote: false, turnout: { voted: 1 } })
    await workshop.post('/reopen')
    const later = await workshop.openVote()
    expect(later.roundId).not.toBe(round.roundId)
    expect((await workshop.run()).rounds.map(({ number }) => number)).toEqual([1, 2])
  })
})

describe('reopening', () => {
  test.each([
    ['nothing', [], { all: false, groupIds: [] }],
    ['one group', ['one'], { all: false, groupIds: ['one'] }],
    ['everything', ['all'], { all: true, groupIds: [] }],
  ])('[HW8] brings back what was frozen before: %s', async (_, freezes, expected) => {
    const workshop = await aWorkshop()
    for (const freeze of freezes) {
      await workshop.post('/run', { type: 'freeze', ...(freeze === 'one' ? { groupId: workshop.groupId } : {}) })
    }
    await workshop.post('/close')
    await workshop.post('/close')
    for (const type of ['freeze', 'unfreeze']) {
      const answer = await workshop.call('POST', '/run', { type, groupId: workshop.groups[1]!.id })
      expect(answer.body.error).toBe('workshop.closed')
    }
    expect((await workshop.run()).frozen).toEqual({ all: true, groupIds: [] })
    await server.restart()
    const { run } = (await workshop.post('/reopen')).body
    const groupIds = expected.groupIds.map(() => workshop.groupId)
    expect(run).toMatchObject({ closedAt: null, closing: null, frozen: { all: expected.all, groupIds } })
    expect((await workshop.post('/reopen')).body.run.version).toBe(run.version)
  })

  test('[HW8] completes first what the closing has left undone; the next closing keeps a snapshot of its own', async () => {
    const workshop = await aWorkshop()
    const round = await workshop.openVote()
    stopAtWrite(1)
    await workshop.post('/close')
    vi.restoreAllMocks()
    const { run } = (await workshop.post('/reopen')).body
    expect(run.rounds).toMatchObject([{ id: round.roundId, closedAt: expect.any(Number) }])
    expect((await workshop.cockpit()).snapshots).toHaveLength(1)
    await workshop.post('/close')
    expect((await workshop.cockpit()).snapshots).toHaveLength(2)
  })
})
