import {
  documentName,
  type ActsResponse,
  type BoardTile,
  type CockpitState,
  type JoinResponse,
} from '@tafelrunde/protocol'
import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { WebSocket } from 'ws'
import type { z } from 'zod'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { EventReader } from './EventReader.ts'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
const cleanUps: (() => void)[] = []
beforeAll(async () => {
  server = await TestServer.start()
})
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})
afterAll(() => server.stop())

async function aTeam() {
  const created = await server.createWorkshop({ template: 'short-2h' })
  const path = `/api/v1/workshops/${created.workshop.id}`
  const owner = await server.join(created.links.owner, { name: 'Ida' })
  const moderator = await server.join(created.links.moderator, { name: 'Mo' })
  const [group, other] = created.groups as [(typeof created.groups)[0], (typeof created.groups)[0]]
  const command = (by: JoinResponse, body: unknown) =>
    server.call<{ run: RunState }>('POST', `${path}/run`, { token: by.token, body })
  const signal = (by: JoinResponse, groupId: string, body: unknown) =>
    server.call<{ readyAt: number | null; helpAt: number | null }>('POST', `${path}/groups/${groupId}/signals`, {
      token: by.token,
      body,
    })
  const watch = async (by: JoinResponse): Promise<EventReader> => {
    const reader = await EventReader.open(`${server.address}${path}/cockpit/events`, by.token)
    cleanUps.push(() => reader.close())
    await reader.first(({ event }) => event === 'state')
    return reader
  }
  return { created, path, owner, moderator, group, other, command, signal, watch }
}

const runIn = (data: Record<string, unknown>) => data['run'] as unknown as RunState

test('[SI1] a group calls for help, every cockpit hears it, and only members can call', async () => {
  const { created, group, other, moderator, signal, command, watch } = await aTeam()
  const [anna, ben] = [await server.join(group.link), await server.join(other.link)]
  const cockpit = await watch(moderator)
  const { body } = await signal(anna, group.id, { type: 'help', isOn: true })
  expect(Math.abs(Date.now() - body.helpAt!)).toBeLessThan(5_000)
  const heard = await cockpit.first(
    ({ event, data }) => event === 'run' && runIn(data).signals[group.id as GroupId]?.helpAt === body.helpAt,
  )
  expect(runIn(heard.data).signals).not.toHaveProperty(other.id)
  expect((await signal(anna, group.id, { type: 'help', isOn: true })).body.helpAt).toBe(body.helpAt)

  expect((await signal(ben, group.id, { type: 'help', isOn: false })).body.error).toBe('group.foreign')
  for (const link of [created.links.observer, created.links.screen]) {
    const onlooker = await server.join(link)
    expect((await signal(onlooker, group.id, { type: 'ready', isOn: true })).body.error).toBe('seat.observing')
  }
  expect((await signal(moderator, group.id, { type: 'ready', isOn: true })).body.error).toBe('seat.observing')
  const stranger = await server.join((await server.createWorkshop()).groups[0]!.link)
  expect((await signal(stranger, group.id, { type: 'help', isOn: false })).status).toBe(403)
  const seen = await command(moderator, { type: 'help.clear', groupId: group.id, calledAt: body.helpAt })
  expect(seen.body.run.signals[group.id as GroupId]).toEqual({ readyAt: null, helpAt: null })
})

test('[SI2] whoever presses all the time is slowed down, and a signal that stands already wakes nobody', async () => {
  const { group, other, signal, moderator, command } = await aTeam()
  const [anna, ben] = [await server.join(group.link), await server.join(other.link)]
  const before = (await command(moderator, { type: 'announcement.clear' })).body.run.version
  const answers: number[] = []
  for (let count = 0; count < 10; count += 1) {
    answers.push((await signal(anna, group.id, { type: 'ready', isOn: true })).status)
  }
  expect(answers).toEqual([...Array.from({ length: 8 }, () => 200), 429, 429])
  expect((await command(moderator, { type: 'announcement.clear' })).body.run.version).toBe(before + 1)
  expect((await signal(ben, other.id, { type: 'ready', isOn: true })).status).toBe(200)
})

test('[CK1] two moderators press Next at the same moment: one step further, and both see who did it', async () => {
  const { owner, moderator, command, watch } = await aTeam()
  const cockpits = [await watch(owner), await watch(moderator)]
  const started = (await command(owner, { type: 'step.next', expectedStepId: null })).body.run
  const [first, second] = started.steps
  const next = { type: 'step.next', expectedStepId: first!.id }
  const answers = await Promise.all([command(owner, next), command(moderator, next)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const winner = answers[0]!.status === 200 ? owner : moderator
  for (const cockpit of cockpits) {
    const told = await cockpit.first(
      ({ event, data }) =>
        event === 'acts' &&
        (data as z.infer<typeof ActsResponse>).acts.filter((act) => act.command === 'step.next').length === 2,
    )
    expect((told.data as z.infer<typeof ActsResponse>).acts[0]).toMatchObject({
      seatId: winner.seat.id,
      event: 'run.commanded',
      command: 'step.next',
      groupId: null,
      stepId: second!.id,
    })
    const runs = cockpit.events.filter(({ event }) => event === 'run').map(({ data }) => runIn(data).current?.stepId)
    expect(runs.filter((stepId) => stepId === second!.id)).toHaveLength(1)
    expect(runs.at(-1)).toBe(second!.id)
  }
})

test('[CK2] moderators see who else has the cockpit open', async () => {
  const { owner, moderator, watch } = await aTeam()
  const cockpit = await watch(owner)
  expect(cockpit.events[0]!.data['moderatorSeatIds']).toEqual([owner.seat.id])
  await watch(moderator)
  const told = await cockpit.first(
    ({ event, data }) => event === 'moderators' && (data['seatIds'] as string[]).length === 2,
  )
  expect(told.data['seatIds']).toEqual([owner.seat.id, moderator.seat.id])
})

test('a nudge reaches the devices of its group, a gathering those of everybody, by the run state', async () => {
  const { group, other, moderator, command } = await aTeam()
  const anna = await Participant.join({ url: server.address, invite: inviteOf(group.link) })
  cleanUps.push(() => anna.leave())
  const { readRunState } = await import('@tafelrunde/schema')
  const { openWorkshopState } = await import('@tafelrunde/schema/transport')
  const name = documentName('workshop', anna.workshopId)
  const run = () => readRunState(openWorkshopState(anna.open(name).ydoc))
  await until(() => anna.open(name).isSynced)
  await command(moderator, { type: 'nudge', groupId: group.id, text: 'Wie kommen Sie voran?' })
  await command(moderator, { type: 'gather', groupId: other.id })
  const heard = await until(() => (run().gathering ? run() : null))
  expect(heard.nudges).toMatchObject({ [group.id]: { text: 'Wie kommen Sie voran?', groupIds: [group.id] } })
  expect(heard.gathering).toMatchObject({ groupId: other.id, isToOwnGroup: false })
  await command(moderator, { type: 'gather.own' })
  await until(() => run().gathering?.isToOwnGroup === true)
  await command(moderator, { type: 'step.next' })
  await until(() => run().gathering === null)
})

test('[CK3] a connection that breaks off shows on the tile, one that says goodbye does not', async () => {
  const { created, path, owner, group, watch } = await aTeam()
  const cockpit = await watch(owner)
  const sockets: WebSocket[] = []
  class Observed extends WebSocket {
    constructor(url: string) {
      super(url)
      sockets.push(this)
    }
  }
  const { HocuspocusProvider, HocuspocusProviderWebsocket } = await import('@hocuspocus/provider')
  const seats = [await server.join(group.link), await server.join(group.link)] as const
  const open = async (seat: JoinResponse): Promise<WebSocket> => {
    const websocketProvider = new HocuspocusProviderWebsocket({
      url: `${server.address.replace('http', 'ws')}/sync`,
      WebSocketPolyfill: Observed,
    })
    const name = documentName('group', group.id as GroupId)
    const provider = new HocuspocusProvider({ websocketProvider, name, token: seat.token })
    provider.attach()
    cleanUps.push(() => websocketProvider.destroy())
    await until(() => provider.isSynced)
    websocketProvider.shouldConnect = false
    return sockets.at(-1)!
  }
  const [left, cut] = [await open(seats[0]), await open(seats[1])]
  left.close()
  cut.terminate()
  const gone = await cockpit.first(
    ({ event, data }) =>
      event === 'tile' && data['groupId'] === group.id && (data as BoardTile).lostConnections.length > 0,
  )
  expect((gone.data as BoardTile).lostConnections).toMatchObject([{ seatId: seats[1].seat.id }])
  const read = async () => (await server.call<CockpitState>('GET', `${path}/cockpit`, { token: owner.token })).body
  await until(async () => (await read()).tiles.find(({ groupId }) => groupId === group.id)!.presentSeatIds.length === 0)
  const tile = (await read()).tiles.find(({ groupId }) => groupId === group.id)!
  expect(tile.lostConnections.map(({ seatId }) => seatId)).toEqual([seats[1].seat.id])
  expect(created.groups).toHaveLength(2)
})
