import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Member, Room, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const ROOMS: Readonly<Record<Size, number>> = { small: 8, full: 60 }
const PEOPLE_PER_ROOM = 8
/** The goal for 480 clients on a machine of their own; here they share two cores with the server. */
const BACK_WITHIN_MS: Readonly<Record<Size, number>> = { small: 5_000, full: 20_000 }

/** F11: everybody comes back at once after the server was away. */
export const scenario: Scenario = {
  id: 'F11',
  title: 'Everybody comes back at once.',
  criterion: 'All clients are in sync again within seconds, with what they wrote meanwhile, and nobody is turned away.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  return withSystem(system, {}, async (running) => {
    const rooms: { readonly room: Room; readonly members: readonly Member[] }[] = []
    for (let at = 0; at < ROOMS[size]; at += 1) {
      const room = await running.openRoom()
      rooms.push({ room, members: await Promise.all(Array.from({ length: PEOPLE_PER_ROOM }, () => room.join())) })
    }
    const everybody = rooms.flatMap(({ members }) => members)
    for (const member of everybody)
      for (let note = 0; note < 5; note += 1) member.write(`${note}-${everybody.indexOf(member)}`)
    await until(() => everybody.every((member) => member.isSaved), { what: 'the first notes', timeoutMs: 30_000 })
    await running.kill('SIGKILL')
    await until(() => everybody.every((member) => !member.isConnected), { what: 'everybody to be cut off' })
    for (const member of everybody) member.write(`inzwischen-${everybody.indexOf(member)}`)
    await running.restart()
    const startedAt = performance.now()
    // The clients come back by themselves, each with its own short delay.
    const isBack = (): boolean => everybody.every((member) => member.isConnected && member.isSaved)
    await checks.eventually('everybody is in sync again', isBack, BACK_WITHIN_MS[size])
    const ms = Math.round(performance.now() - startedAt)
    for (const [at, { room, members }] of rooms.entries()) {
      const notes = await room.readNotes()
      checks.noneMissing(
        `room ${at + 1}: every note`,
        members.flatMap((member) => member.written),
        notes,
      )
      checks.nothingTwice(`room ${at + 1}: once`, notes)
    }
    const turnedAway = everybody.flatMap((member) => member.refusals)
    checks.add('nobody is turned away', turnedAway.length === 0, turnedAway.slice(0, 5).join(', ') || 'nobody')
    return checks.finding(`${everybody.length} clients in sync ${(ms / 1000).toFixed(1)} s after the restart`)
  })
}
