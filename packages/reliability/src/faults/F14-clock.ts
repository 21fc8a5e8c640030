import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { Clock } from '../fault-tools/Clock.ts'
import { FaultControl } from '../fault-tools/FaultControl.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Member, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const JUMPS_MS: Readonly<Record<string, number>> = {
  'five minutes ahead': 5 * MINUTE_MS,
  'an hour back': -HOUR_MS,
  'a day ahead': DAY_MS,
  'two years back': -730 * DAY_MS,
  right: 0,
}
/** Servers look after their sockets every 15 s (ours) or 30 s (the peers). */
const LOOKED_AFTER_MS: Readonly<Record<Size, number>> = { small: 16_000, full: 32_000 }

/** F14: the machine's clock is set while people write, and stays wrong. */
export const scenario: Scenario = {
  id: 'F14',
  title: 'The clock jumps.',
  criterion: 'Nobody is cut off or refused, every note is saved in order, and the board is whole after a restart.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  const control = new FaultControl(['clock'])
  const clock = new Clock(control)
  try {
    return await withSystem(system, { faults: control }, async (running) => {
      const room = await running.openRoom()
      const members: Member[] = [await room.join(), await room.join()]
      let cutOffs = 0
      const connected = members.map(() => true)
      const watching = setInterval(() => {
        for (const [at, member] of members.entries()) {
          if (connected[at] && !member.isConnected) cutOffs += 1
          connected[at] = member.isConnected
        }
      }, 10)
      const writing = setInterval(
        () => members.forEach((member, at) => member.write(`${at}-${member.written.length}`)),
        50,
      )
      const pauseMs = LOOKED_AFTER_MS[size] / Object.keys(JUMPS_MS).length
      for (const [jump, offsetMs] of Object.entries(JUMPS_MS)) {
        clock.set(offsetMs)
        const isSet = (): boolean => Math.abs(clock.shownOffsetMs - offsetMs) < MINUTE_MS
        await checks.eventually(`${jump}: the server's clock is`, isSet)
        const newcomer = await room.join().catch(() => null)
        checks.add(`${jump}: a newcomer gets in`, newcomer !== null, newcomer ? 'yes' : 'no')
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        newcomer?.leave()
      }
      clearInterval(writing)
      await checks.eventually('everybody is saved', () => members.every((member) => member.isSaved))
      clearInterval(watching)
      checks.add('nobody is cut off', cutOffs === 0, `${cutOffs} times`)
      const refusals = members.flatMap((member) => member.refusals)
      checks.add('nobody is refused', refusals.length === 0, refusals.join(', ') || 'none')
      checks.add(
        'people wrote',
        members.every((member) => member.written.length > 50),
        `${members[0]?.written.length} notes each`,
      )
      const written = members.flatMap((member) => member.written)
      if (!running.system.stores) return checks.finding(`cut off ${cutOffs} times; stores nothing to restart from`)
      // A stop and not a kill: what others store later than they acknowledge is F1's question.
      clock.set(-HOUR_MS)
      await running.kill('SIGTERM')
      for (const member of members) member.goOffline()
      await running.restart()
      const notes = await room.readNotes()
      checks.noneMissing('after a restart an hour back: every note', written, notes)
      for (const member of members) member.goOnline()
      members[0]?.write('danach')
      await checks.eventually('after a restart an hour back: people go on', () =>
        members.every(({ isSaved }) => isSaved),
      )
      await until(() => members[1]?.notes().includes('danach') ?? false, { what: 'the last note to be seen' })
      return checks.finding(`cut off ${cutOffs} times in ${Object.keys(JUMPS_MS).length} jumps`)
    })
  } finally {
    control.remove()
  }
}
