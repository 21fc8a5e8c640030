import { SeededRandom, until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { StalledReader } from '../fault-tools/StalledReader.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import { keepWriting } from '../systems/keepWriting.ts'
import type { Member, Room, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const ROOMS: Readonly<Record<Size, number>> = { small: 6, full: 30 }
const PEOPLE_PER_ROOM = 8
const STOPS_WITHIN_MS = 5_000

/** F7: SIGTERM while many people write on many boards. */
export const scenario: Scenario = {
  id: 'F7',
  title: 'Stopped with many people writing.',
  criterion: 'All that was acknowledged is stored, clients are told, the process exits 0 within 5 s.',
  peers: { H: true, Y: 'stores nothing' },
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
    const onlooker = await StalledReader.open(running, await rooms[0]!.room.takePlace())
    const stopWriting = keepWriting(everybody, new SeededRandom(7), 20)
    await until(() => everybody.every((member) => member.acknowledged().length > 3), { what: 'everybody to write' })
    const startedAt = performance.now()
    const { code, signal } = await running.kill('SIGTERM')
    const ms = Math.round(performance.now() - startedAt)
    stopWriting()
    for (const member of everybody) member.goOffline()
    checks.add('exit 0', code === 0, `exit ${code ?? signal}`)
    checks.add('within 5 s', ms < STOPS_WITHIN_MS, `${ms} ms`)
    const ending = await onlooker.ending
    checks.add('clients are told', ending !== 'cut off', ending)
    await running.restart()
    let acknowledged = 0
    let missing = 0
    for (const { room, members } of rooms) {
      const stored = new Set(await room.readNotes())
      const texts = members.flatMap((member) => member.acknowledged())
      acknowledged += texts.length
      missing += texts.filter((text) => !stored.has(text)).length
    }
    checks.add(
      'everything acknowledged is stored',
      missing === 0 && acknowledged > 0,
      `${missing} of ${acknowledged} missing`,
    )
    for (const member of everybody) member.goOnline()
    await checks.eventually('everybody goes on', () => everybody.every((member) => member.isSaved), 20_000)
    for (const [at, { room, members }] of rooms.entries()) {
      const stored = await room.readNotes()
      checks.noneMissing(
        `room ${at + 1}: every note`,
        members.flatMap((member) => member.written),
        stored,
      )
      checks.nothingTwice(`room ${at + 1}: once`, stored)
    }
    return checks.finding(
      `exit ${code ?? signal} after ${ms} ms with ${everybody.length} clients, ${missing} notes missing`,
    )
  })
}
