import type { CockpitState } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

async function aRun() {
  const created = await server.createWorkshop({ template: 'short-2h' })
  const { token } = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const command = (body: Readonly<Record<string, unknown>>) =>
    server.call<{ run: RunState; serverTime: number }>('POST', `${path}/run`, { token, body })
  const { body } = await server.call<{ run: RunState }>('GET', path, { token })
  return { created, token, path, command, steps: body.run.steps, group: created.groups[0]!, other: created.groups[1]! }
}

describe('steps', () => {
  test('start, next and back set server times from the minutes of the step', async () => {
    const { command, steps } = await aRun()
    const first = (await command({ type: 'step.next' })).body
    expect(first.run.current).toMatchObject({ stepId: steps[0]!.id })
    const { startedAt, endsAt } = first.run.current!
    expect(endsAt! - startedAt).toBe(steps[0]!.minutes * 60_000)
    expect(Math.abs(first.serverTime - startedAt)).toBeLessThan(1000)
    expect((await command({ type: 'step.next' })).body.run.current?.stepId).toBe(steps[1]!.id)
    expect((await command({ type: 'step.back' })).body.run.current?.stepId).toBe(steps[0]!.id)
    expect((await command({ type: 'step.back' })).body.error).toBe('step.unknown')
    expect((await command({ type: 'step.end' })).body.run.current).toBeNull()
  })

  test('[H6] [RS2] of two moderators who step on at once, one succeeds and the other is told', async () => {
    const { command, steps } = await aRun()
    await command({ type: 'step.start', stepId: steps[0]!.id })
    const next = { type: 'step.next', expectedStepId: steps[0]!.id }
    const answers = await Promise.all([command(next), command(next)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)!.body.error).toBe('step.conflict')
    const { body } = await command({ type: 'announcement.clear' })
    expect(body.run.current?.stepId).toBe(steps[1]!.id)
  })

  test('one group runs ahead and follows again', async () => {
    const { command, steps, group, other } = await aRun()
    await command({ type: 'step.start', stepId: steps[0]!.id })
    const ahead = await command({ type: 'step.next', groupId: group.id, expectedStepId: steps[0]!.id })
    expect(ahead.body.run.groupRuns).toMatchObject({ [group.id]: { stepId: steps[1]!.id } })
    expect(ahead.body.run.groupRuns).not.toHaveProperty(other.id)
    expect((await command({ type: 'step.end', groupId: group.id })).body.run.groupRuns).toEqual({})
    await command({ type: 'step.start', stepId: steps[2]!.id, groupId: group.id })
    expect((await command({ type: 'step.next' })).body.run.groupRuns).toEqual({})
  })

  test('more time for one group leaves the others as they are', async () => {
    const { command, group } = await aRun()
    const started = (await command({ type: 'step.next' })).body.run.current!
    const { run } = (await command({ type: 'time.add', minutes: 3, groupId: group.id })).body
    expect(run.current).toEqual(started)
    expect(run.groupRuns).toEqual({ [group.id]: { ...started, endsAt: started.endsAt! + 180_000 } })
    const all = (await command({ type: 'time.add', minutes: 2 })).body.run
    expect(all.current?.endsAt).toBe(started.endsAt! + 120_000)
    expect(all.groupRuns).toEqual({ [group.id]: { ...started, endsAt: started.endsAt! + 300_000 } })
  })

  test('time that is taken away never ends before now', async () => {
    const { command } = await aRun()
    await command({ type: 'step.next' })
    const { run, serverTime } = (await command({ type: 'time.add', minutes: -60 })).body
    expect(Math.abs(run.current!.endsAt! - serverTime)).toBeLessThan(1000)
  })
})

describe('freeze, lock and announcement', () => {
  test('freezing everything keeps a named snapshot of every document', async () => {
    const { created, token, path, command } = await aRun()
    expect((await command({ type: 'freeze' })).body.run.frozen.all).toBe(true)
    const { body } = await server.call<CockpitState>('GET', `${path}/cockpit`, { token })
    expect(body.snapshots).toMatchObject([
      { name: expect.stringMatching(/^Eingefroren am /), documents: 3 + created.groups.length },
    ])
    expect((await command({ type: 'unfreeze' })).body.run.frozen).toEqual({ all: false, groupIds: [] })
  })

  test('one group is unfrozen while the others stay frozen', async () => {
    const { created, command, group, other } = await aRun()
    await command({ type: 'freeze' })
    const { frozen } = (await command({ type: 'unfreeze', groupId: group.id })).body.run
    expect(frozen).toEqual({ all: false, groupIds: [created.common.id, other.id] })
    expect((await command({ type: 'freeze', groupId: group.id })).body.run.frozen.groupIds).toContain(group.id)
  })

  test('a board and a canvas are locked and unlocked', async () => {
    const { token, path, command, group } = await aRun()
    const { body } = await server.call<CockpitState>('GET', `${path}/cockpit`, { token })
    const canvasId = body.tiles.find(({ groupId }) => groupId === group.id)!.canvases[0]!.id
    const groupIn = ({ groups }: RunState) => groups.find(({ id }) => id === group.id)
    const locked = await command({ type: 'board.lock', groupId: group.id, canvasId })
    expect(groupIn(locked.body.run)).toMatchObject({ isLocked: false, lockedCanvasIds: [canvasId] })
    const whole = await command({ type: 'board.lock', groupId: group.id })
    expect(groupIn(whole.body.run)).toMatchObject({ isLocked: true })
    await command({ type: 'board.unlock', groupId: group.id, canvasId })
    const open = await command({ type: 'board.unlock', groupId: group.id })
    expect(groupIn(open.body.run)).toMatchObject({ isLocked: false, lockedCanvasIds: [] })
  })

  test('an announcement goes to all or to some groups', async () => {
    const { command, group } = await aRun()
    const some = await command({ type: 'announce', text: 'Noch 5 Minuten', groupIds: [group.id] })
    expect(some.body.run.announcement).toMatchObject({ text: 'Noch 5 Minuten', groupIds: [group.id] })
    expect((await command({ type: 'announce', text: 'Pause' })).body.run.announcement).toMatchObject({ groupIds: null })
    expect((await command({ type: 'announcement.clear' })).body.run.announcement).toBeNull()
  })
})
