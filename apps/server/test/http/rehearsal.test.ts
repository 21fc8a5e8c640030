import type { CreateWorkshopResponse, JoinResponse, LinksResponse, PlanCheckResponse } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import type { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

const GROUPS = [
  { name: 'Gründung', targetGroup: 'Gründerinnen', maxSeats: 2 },
  { name: 'Familien', targetGroup: 'Junge Familien', maxSeats: 2 },
]
const TALKS = [{ organisation: 'Landkreis', title: 'Plakate im Amt' }]

/** A workshop that two people have prepared well. */
async function aWorkshop(template: string) {
  const created: CreateWorkshopResponse = await server.createWorkshop({ template, groups: GROUPS, talks: TALKS })
  const path = `/api/v1/workshops/${created.workshop.id}`
  const moderator: JoinResponse = await server.join(created.links.moderator)
  await server.join(created.links.moderator)
  const call = <T>(method: string, end: string, body?: unknown) =>
    server.call<T>(method, `${path}${end}`, { token: moderator.token, ...(body === undefined ? {} : { body }) })
  const check = async () => (await call<PlanCheckResponse>('GET', '/plan-check')).body.problems
  const run = async () => (await call<{ run: RunState }>('GET', '')).body.run
  return { created, path, call, check, run }
}

test.each(['ozg-marketing-4h', 'short-2h'])(
  '[RH2] a workshop from the template %s raises no alarm',
  async (template) => {
    const { check } = await aWorkshop(template)
    expect(await check()).toEqual([])
  },
)

test('[RH1] it changes nothing, and participants are refused', async () => {
  const { created, path, check, run } = await aWorkshop('short-2h')
  const before = await run()
  await check()
  expect(await run()).toEqual(before)
  const { token } = await server.join(created.links.participant)
  expect((await server.call('GET', `${path}/plan-check`, { token })).body.error).toBe('seat.notAllowed')
})

test('[RH2] what was changed a moment ago is found: steps, seats, the list, and links', async () => {
  const { created, call, check, run } = await aWorkshop('ozg-marketing-4h')
  const [first, second] = created.groups
  const { steps } = await run()
  const voteId = steps.find(({ vote }) => vote?.fieldId === 'ideas')?.id
  const changed = steps.map((step) =>
    step.id === voteId && step.vote ? { ...step, vote: { ...step.vote, fieldId: 'barriers' } } : step,
  )
  expect((await call('PATCH', '', { steps: changed })).status).toBe(200)
  expect(await check()).toEqual([
    { code: 'vote.fieldMissing', severity: 'blocks', stepId: voteId, groupId: null, figures: {} },
  ])

  const entries = ['Ada', 'Bela', 'Cem'].map((name) => ({ name, organisation: '', groupId: first!.id }))
  expect((await call('PUT', '/assignments', { entries })).status).toBe(200)
  await server.join(second!.link, { name: 'Dora' })
  expect(await check()).toContainEqual({
    code: 'group.overfull',
    severity: 'warns',
    stepId: null,
    groupId: first!.id,
    figures: { people: 3, places: 2 },
  })

  const { links } = (await call<z.infer<typeof LinksResponse>>('GET', '/links')).body
  for (const { id, role } of links) if (role === 'participant') await call('DELETE', `/links/${id}`)
  expect((await check()).map(({ code }) => code)).toEqual(['link.noWayIn', 'vote.fieldMissing', 'group.overfull'])
})
