import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestServer } from './TestServer.ts'

let server: TestServer
let created: CreateWorkshopResponse
let tokens: Record<string, string>
let path: string
beforeAll(async () => {
  server = await TestServer.start()
  created = await server.createWorkshop({ template: 'ozg-marketing-4h' })
  const other = await server.createWorkshop()
  const links: Record<string, string> = {
    owner: created.links.owner,
    moderator: created.links.moderator,
    scribe: created.groups[0]!.scribeLink,
    participant: created.groups[0]!.link,
    observer: created.links.observer,
    screen: created.links.screen,
    stranger: other.links.owner,
  }
  const joined = await Promise.all(
    Object.entries(links).map(async ([role, link]) => [role, await server.join(link)] as const),
  )
  tokens = Object.fromEntries(joined.map(([role, { token }]) => [role, token]))
  path = `/api/v1/workshops/${created.workshop.id}`
})
afterAll(() => server.stop())

const ID = 'b'.repeat(22)
const EVERYBODY = ['owner', 'moderator', 'scribe', 'participant', 'observer', 'screen']
const MODERATING = ['owner', 'moderator']

const CALLS: readonly [string, string, unknown, readonly string[]][] = [
  ['GET', '', undefined, EVERYBODY],
  ['PATCH', '', { title: 'Neu' }, MODERATING],
  ['POST', '/groups', { name: 'Neu' }, MODERATING],
  ['PATCH', '/groups/:group', { topic: 'Neu' }, MODERATING],
  ['GET', '/links', undefined, MODERATING],
  ['POST', '/links', { role: 'observer' }, MODERATING],
  ['DELETE', `/links/${ID}`, undefined, MODERATING],
  ['GET', '/seats', undefined, MODERATING],
  ['PATCH', `/seats/${ID}`, { name: 'Neu' }, MODERATING],
  ['DELETE', `/seats/${ID}`, undefined, MODERATING],
  ['POST', `/seats/${ID}/undo`, { minutes: 5 }, MODERATING],
  ['POST', `/undos/${ID}/revert`, undefined, MODERATING],
  ['GET', `/boards/:group/entries/${ID}/authors`, undefined, MODERATING],
  ['POST', '/run', { type: 'step.end' }, MODERATING],
  ['POST', '/run', { type: 'freeze', groupId: ':group' }, MODERATING],
  ['POST', '/run', { type: 'announce', text: 'Hallo' }, MODERATING],
  ['GET', '/snapshots', undefined, MODERATING],
  ['POST', '/snapshots', { name: 'Stand' }, MODERATING],
  ['GET', '/tray', undefined, EVERYBODY],
  ['GET', '/cockpit', undefined, MODERATING],
  ['GET', '/plan-check', undefined, MODERATING],
  ['GET', '/cockpit/events', undefined, MODERATING],
  ['POST', '/plenary', { type: 'unfold', headKey: 'x' }, MODERATING],
  ['GET', '/plenary/offers', undefined, MODERATING],
  ['GET', '/groups/:group/offers', undefined, MODERATING],
  ['GET', '/plenary', undefined, [...MODERATING, 'observer', 'screen']],
  ['GET', '/results.json', undefined, EVERYBODY],
  ['GET', '/submissions', undefined, EVERYBODY],
  ['POST', '/groups/:group/submissions', { recommendationIds: [ID] }, [...MODERATING, 'scribe']],
  ['POST', '/submissions/HE-1-01/withdraw', {}, MODERATING],
]

describe('who may call what', () => {
  test.each(CALLS)('%s …%s %o is for %o only', async (method, end, body, allowed) => {
    const at = `${path}${end}`.replace(':group', created.groups[0]!.id)
    const sent = JSON.stringify(body)?.replace(':group', created.groups[0]!.id)
    const statusOf = async (token: string | undefined): Promise<number> => {
      const abort = new AbortController()
      const response = await fetch(`${server.address}${at}`, {
        method,
        signal: abort.signal,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(sent === undefined ? {} : { body: sent }),
      })
      abort.abort()
      return response.status
    }
    for (const role of EVERYBODY) {
      const status = await statusOf(tokens[role])
      expect([role, status === 403]).toEqual([role, !allowed.includes(role)])
      expect(status).not.toBe(500)
    }
    expect(await statusOf(tokens['stranger'])).toBe(403)
    expect(await statusOf(undefined)).toBe(401)
  })

  test('a tray shows a person the own entries, and moderators all', async () => {
    const entry = { groupId: created.groups[0]!.id, itemId: null, fieldId: 'needs', reason: 'board.frozen' }
    const put = (role: string, id: string, text: string) =>
      server.call('POST', `${path}/tray`, { token: tokens[role], body: { ...entry, id, text } })
    const [mine, theirs] = ['m'.repeat(22), 't'.repeat(22)]
    await put('participant', mine, 'meins')
    await put('scribe', theirs, 'ihres')
    const seen = async (role: string) => {
      const { body } = await server.call<{ entries: { text: string }[] }>('GET', `${path}/tray`, {
        token: tokens[role],
      })
      return body.entries.map(({ text }) => text).toSorted()
    }
    expect(await seen('participant')).toEqual(['meins'])
    expect(await seen('moderator')).toEqual(['ihres', 'meins'])
    const decide = (role: string, id: string, body: unknown) =>
      server.call('PATCH', `${path}/tray/${id}`, { token: tokens[role], body })
    expect((await decide('participant', theirs, { state: 'discarded' })).body.error).toBe('tray.unknown')
    const putting = await decide('participant', mine, { state: 'taken', putOnBoard: true })
    expect(putting.body.error).toBe('seat.notAllowed')
    expect((await put('scribe', mine, 'überschrieben')).body.error).toBe('tray.unknown')
    expect(await seen('participant')).toEqual(['meins'])
  })
})

describe('creating where a token is asked for', () => {
  test('a server that was open to its machine offers the setup link when it asks for tokens from now on', async () => {
    const open = await TestServer.start()
    try {
      await open.createWorkshop()
      await open.restart()
      expect(open.running.setupLink).toBeNull()
      await open.restart({ PUBLIC_URL: 'http://127.0.0.1' })
      expect(open.running.setupLink).toMatch(/^http:\/\/127\.0\.0\.1\/setup#/)
    } finally {
      await open.stop()
    }
  })

  test('the setup link is traded once for a token that creates', async () => {
    const guarded = await TestServer.start({ WHO_MAY_CREATE: 'token' })
    try {
      const body = { title: 'x', groups: 1 }
      const setup = new URL(guarded.running.setupLink as string)
      expect(setup.pathname).toBe('/setup')
      const create = (token?: string) => guarded.call('POST', '/api/v1/workshops', { body, token })
      expect((await create()).body.error).toBe('creation.notAllowed')
      const trade = () =>
        guarded.call<{ creationToken: string }>('POST', '/api/v1/setup', { body: { setup: setup.hash.slice(1) } })
      const traded = await Promise.all([trade(), trade()])
      expect(traded.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
      const token = traded.find(({ status }) => status === 200)!.body.creationToken
      expect((await create(`create_${ID}`)).body.error).toBe('creation.notAllowed')
      expect((await create(token)).status).toBe(201)
      await guarded.restart()
      expect(guarded.running.setupLink).toBeNull()
      expect((await create(token)).status).toBe(201)
    } finally {
      await guarded.stop()
    }
  })
})
