import { SeededRandom, until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size, Tell } from '../Scenario.ts'
import { keepWriting } from '../systems/keepWriting.ts'
import type { Member, Room, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const ROOMS = 4
const EDITORS_PER_ROOM = 5
const KILLS: Readonly<Record<Size, number>> = { small: 8, full: 300 }

/** F1: `kill -9` at random instants while twenty people write. */
export const scenario: Scenario = {
  id: 'F1',
  title: 'Killed while 20 people write.',
  criterion: 'Nothing that was acknowledged is missing after the restart; in the end everything is there once.',
  peers: { H: true, Y: 'stores nothing' },
  run,
}

async function run(system: System, size: Size, tell: Tell): Promise<Finding> {
  const random = new SeededRandom(Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000))
  const checks = new Checks()
  return withSystem(system, {}, async (running) => {
    const rooms: Room[] = []
    const editors: { readonly member: Member; readonly room: Room }[] = []
    for (let at = 0; at < ROOMS; at += 1) {
      const room = await running.openRoom()
      rooms.push(room)
      for (let seat = 0; seat < EDITORS_PER_ROOM; seat += 1) editors.push({ room, member: await room.join() })
    }
    const members = editors.map(({ member }) => member)
    const lost: string[] = []
    let acknowledged = 0
    for (let kill = 1; kill <= KILLS[size]; kill += 1) {
      await until(() => members.every((member) => member.isSaved), { what: 'everybody to be saved', timeoutMs: 30_000 })
      const stopWriting = keepWriting(members, random)
      await new Promise((resolve) => setTimeout(resolve, random.integer(20, 350)))
      await running.kill('SIGKILL')
      stopWriting()
      for (const member of members) member.goOffline()
      await running.restart()
      acknowledged = members.reduce((sum, member) => sum + member.acknowledged().length, 0)
      for (const room of rooms) {
        const stored = new Set(await room.readNotes())
        const there = editors.filter((editor) => editor.room === room)
        lost.push(...there.flatMap(({ member }) => member.acknowledged()).filter((text) => !stored.has(text)))
      }
      for (const member of members) member.goOnline()
      if (kill % 20 === 0) tell(`${kill} kills, ${lost.length} of ${acknowledged} acknowledged notes lost`)
    }
    checks.add('people wrote and were acknowledged', acknowledged > KILLS[size] * 20, `${acknowledged} notes`)
    checks.add('no acknowledged note is missing after a kill', lost.length === 0, `${lost.length} missing`)
    await checks.eventually('everybody is saved in the end', () => members.every((member) => member.isSaved), 30_000)
    for (const [at, room] of rooms.entries()) {
      const stored = await room.readNotes()
      const there = editors.filter((editor) => editor.room === room)
      checks.noneMissing(
        `room ${at + 1}: every note`,
        there.flatMap(({ member }) => member.written),
        stored,
      )
      checks.nothingTwice(`room ${at + 1}: once`, stored)
    }
    const refusals = members.flatMap((member) => member.refusals)
    checks.add('nobody was refused', refusals.length === 0, refusals.join(', ') || 'none')
    return checks.finding(`${lost.length} acknowledged notes missing after ${KILLS[size]} kills (seed ${random.seed})`)
  })
}
