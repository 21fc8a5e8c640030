import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoWorkshop } from './demoWorkshop.ts'
import { startDemo, type RunningDemo } from './startDemo.ts'
import { startServer, type ServerProcess } from './testing/startServer.ts'

const SEED = 7

let server: ServerProcess
let demo: RunningDemo
let visitor: Participant
const stop = new AbortController()

beforeAll(async () => {
  server = await startServer()
  demo = await startDemo({ baseUrl: server.baseUrl, language: 'de', seed: SEED, signal: stop.signal, pace: 10 })
  const invite = new URL(demo.created.links.moderator).hash.slice(1)
  visitor = await Participant.join({ url: server.baseUrl, invite, name: 'Moderation' })
}, 90_000)

afterAll(async () => {
  stop.abort()
  await demo?.done
  visitor?.leave()
  await server?.stop()
}, 30_000)

async function textsOf(groupId: GroupId): Promise<Set<string>> {
  await visitor.openBoard(groupId)
  return new Set(visitor.read(groupId).items.map((item) => item.plainText))
}

async function readWorkshop(): Promise<{ run: RunState; serverTime: number }> {
  const answer = await fetch(`${server.baseUrl}/api/v1/workshops/${demo.created.workshop.id}`, {
    headers: { authorization: `Bearer ${visitor.token}` },
  })
  return (await answer.json()) as { run: RunState; serverTime: number }
}

it('creates the workshop as an example, in the middle of breakout 1', async () => {
  const { run, serverTime } = await readWorkshop()
  expect(run.workshop).toMatchObject({ isExample: true, language: 'de' })
  expect(run.targetGroups).toHaveLength(6)
  expect(run.steps.find((step) => step.id === run.current?.stepId)?.title).toMatch(/Gruppenarbeit 1/)
  const minutesLeft = ((run.current?.endsAt ?? 0) - serverTime) / 60_000
  expect(minutesLeft).toBeGreaterThan(15)
  expect(minutesLeft).toBeLessThan(30)
})

it('has filled the prepared canvas of every board, in the authors’ order and by several people', async () => {
  for (const [index, group] of demo.created.groups.entries()) {
    const groupId = group.id as GroupId
    await visitor.openBoard(groupId)
    const { canvases, items, recommendations, sketch } = visitor.read(groupId)
    expect(canvases.map((canvas) => canvas.title)).toEqual([demoWorkshop('de').groups[index]?.targetGroupTitle])
    expect(canvases[0]?.kind).not.toBeNull()
    expect(items.length).toBeGreaterThan(20)
    expect(new Set(items.map((item) => item.author)).size).toBeGreaterThan(2)
    expect(recommendations.length).toBeGreaterThan(1)
    expect(sketch.length).toBeGreaterThan(1)
  }
})

it('has harvested every talk on the common board, under the ids that the server gave to the talks', async () => {
  const commonId = demo.created.common.id as GroupId
  await visitor.openBoard(commonId)
  const { run } = await readWorkshop()
  const harvested = new Set(visitor.read(commonId).items.map((item) => item.attributes.talkId))
  expect(run.talks).toHaveLength(3)
  for (const talk of run.talks) expect(harvested).toContain(talk.id)
})

it('goes on: people type whole ideas letter by letter, and nothing that they do is refused', async () => {
  const [group] = demo.created.groups
  const groupId = group?.id as GroupId
  const wanted = demoWorkshop('de').groups[0]
  const ideas = [...(wanted?.content.canvases[0]?.items ?? []), ...(wanted?.pending ?? [])].flatMap(({ text }) =>
    typeof text === 'string' ? [text] : [],
  )
  const before = await textsOf(groupId)
  const coming = ideas.filter((idea) => !before.has(idea))
  let halves = 0
  await until(
    async () => {
      const texts = [...(await textsOf(groupId))]
      halves += texts.filter(
        (text) => text.length > 3 && coming.some((idea) => idea !== text && idea.startsWith(text)),
      ).length
      return halves > 0 && coming.filter((idea) => texts.includes(idea)).length >= 2
    },
    { what: 'ideas in the making and done', timeoutMs: 80_000 },
  )
  expect(visitor.refusals).toEqual([])
}, 90_000)
