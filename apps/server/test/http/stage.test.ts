import type { CockpitState, CreateWorkshopResponse, JoinResponse, StepNote } from '@tafelrunde/protocol'
import { newId, type RunState } from '@tafelrunde/schema/plain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EventReader } from './EventReader.ts'
import { TestServer } from './TestServer.ts'

let server: TestServer
let created: CreateWorkshopResponse
let moderator: JoinResponse
let screen: JoinResponse
let anna: JoinResponse
let stepId: string

const SECRET = 'Nicht vor Gruppe B erwähnen'

beforeAll(async () => {
  server = await TestServer.start()
  created = await server.createWorkshop({ template: 'short-2h' })
  moderator = await server.join(created.links.moderator)
  screen = await server.join(created.links.screen)
  anna = await server.join(created.groups[0]!.link, { name: 'Anna' })
  const answer = await server.call<{ run: RunState }>('GET', path(''), { token: moderator.token })
  stepId = answer.body.run.steps[0]!.id
})
afterAll(() => server.stop())

const path = (rest: string): string => `/api/v1/workshops/${created.workshop.id}${rest}`
const notesOf = (step: string): string => path(`/steps/${step}/notes`)
const cockpit = async (): Promise<CockpitState> =>
  (await server.call<CockpitState>('GET', path('/cockpit'), { token: moderator.token })).body

describe('notes of the moderators for a step', () => {
  test('[SX1] reach every moderator live, and stay', async () => {
    const other = await server.join(created.links.moderator)
    const stream = await EventReader.open(`${server.address}${path('/cockpit/events')}`, other.token)
    await stream.first(({ event }) => event === 'state')
    const put = await server.call<StepNote>('PUT', notesOf(stepId), {
      token: moderator.token,
      body: { text: ` ${SECRET}\n` },
    })
    expect(put.status).toBe(200)
    const event = await stream.first((one) => one.event === 'notes')
    stream.close()
    expect(event.data).toMatchObject({ notes: [{ stepId, text: put.body.text }] })
    expect(put.body.text.trim()).toBe(SECRET)
    const got = await server.call<StepNote>('GET', notesOf(stepId), { token: other.token })
    expect(got.body).toEqual(put.body)
    expect((await cockpit()).notes).toEqual([put.body])
  })

  test('[SX1] reach nobody else, by no call and no stream', async () => {
    const owner = await server.join(created.links.owner)
    for (const link of [
      created.links.participant,
      created.links.observer,
      created.links.screen,
      created.groups[0]!.scribeLink,
    ]) {
      const { token } = await server.join(link)
      expect((await server.call('GET', notesOf(stepId), { token })).body.error).toBe('seat.notAllowed')
      const put = await server.call('PUT', notesOf(stepId), { token, body: { text: 'x' } })
      expect(put.body.error).toBe('seat.notAllowed')
      const run = await server.call('GET', path(''), { token })
      expect(JSON.stringify(run.body)).not.toContain(SECRET)
    }
    const stream = await EventReader.open(`${server.address}${path('/plenary/events')}`, screen.token)
    const { data } = await stream.first(({ event }) => event === 'state')
    stream.close()
    expect(JSON.stringify(data)).not.toContain(SECRET)
    expect(server.logged.join('\n')).not.toContain(SECRET)
    const stranger = await server.createWorkshop()
    const { token } = await server.join(stranger.links.moderator)
    expect((await server.call('GET', notesOf(stepId), { token })).body.error).toBe('seat.notAllowed')
    expect((await server.call('GET', notesOf(stepId), { token: owner.token })).status).toBe(200)
  })

  test('[SX1] belong to a step of the run sheet, are bounded, and vanish when they are emptied', async () => {
    const { token } = moderator
    const unknown = notesOf(newId())
    expect((await server.call('GET', unknown, { token })).body.error).toBe('step.unknown')
    expect((await server.call('PUT', unknown, { token, body: { text: 'x' } })).body.error).toBe('step.unknown')
    const long = await server.call('PUT', notesOf(stepId), { token, body: { text: 'x'.repeat(4_001) } })
    expect(long.body.error).toBe('request.malformed')
    await server.call('PUT', notesOf(stepId), { token, body: { text: '' } })
    expect((await server.call('GET', notesOf(stepId), { token })).body).toEqual({ stepId, text: '', at: 0 })
    expect((await cockpit()).notes).toEqual([])
  })
})

describe('what the screen shows', () => {
  const show = (token: string, body: object = { title: 'Hürden', page: 1, pages: 4 }) =>
    server.call('PUT', path('/screen'), { token, body })

  test('[SX2] a screen says its page and the cockpit hears it live', async () => {
    expect((await cockpit()).screen).toBeNull()
    const stream = await EventReader.open(`${server.address}${path('/cockpit/events')}`, moderator.token)
    await stream.first(({ event }) => event === 'state')
    expect((await show(screen.token)).status).toBe(200)
    const event = await stream.first((one) => one.event === 'screen')
    stream.close()
    expect(event.data).toMatchObject({ screen: { title: 'Hürden', page: 1, pages: 4 } })
  })

  test('[SX2] nobody else says it, nothing out of bounds counts, and a screen that raves is slowed down', async () => {
    expect((await show(anna.token)).body.error).toBe('seat.notAllowed')
    expect((await show((await server.join(created.links.observer)).token)).body.error).toBe('seat.notAllowed')
    expect((await show(screen.token, { title: 'x'.repeat(121), page: 0, pages: 1 })).body.error).toBe(
      'request.malformed',
    )
    expect((await show(screen.token, { title: '', page: -1, pages: 1 })).body.error).toBe('request.malformed')
    const answers = await Promise.all(Array.from({ length: 30 }, () => show(screen.token)))
    expect(answers.some(({ body }) => body.error === 'request.tooMany')).toBe(true)
    expect((await show(moderator.token, { title: 'Fenster 2', page: 0, pages: 1 })).status).toBe(200)
    expect((await cockpit()).screen).toMatchObject({ title: 'Fenster 2' })
  })
})

test('[SX3] directing the screen is for moderators', async () => {
  const body = { type: 'stage.picture', isFrozen: true }
  for (const { token } of [anna, screen]) {
    expect((await server.call('POST', path('/run'), { token, body })).body.error).toBe('seat.notAllowed')
  }
  const answer = await server.call<{ run: RunState }>('POST', path('/run'), { token: moderator.token, body })
  expect(answer.body.run.stage.frozenAt).toBeGreaterThan(0)
})
