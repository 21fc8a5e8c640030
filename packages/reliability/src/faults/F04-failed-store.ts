import { until } from '@tafelrunde/testkit'
import { Checks } from '../Checks.ts'
import { SmallDisk } from '../fault-tools/SmallDisk.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Member, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const DISK_MB = 24
const PEOPLE = 4
/** Time in which a server lets a document go that nobody has open any more. */
const EVERYBODY_AWAY_MS: Readonly<Record<Size, number>> = { small: 2_000, full: 15_000 }

/** F4: storing fails, everybody leaves, the disk takes writes again, somebody opens the board. */
export const scenario: Scenario = {
  id: 'F4',
  title: 'Storing fails and everybody leaves.',
  criterion: 'Whoever opens the board later finds everything that was acknowledged.',
  peers: { H: true, Y: 'stores nothing' },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  const disk = SmallDisk.make(DISK_MB)
  try {
    return await withSystem(system, { dataDir: disk.folder }, async (running) => {
      const room = await running.openRoom()
      const members: Member[] = []
      for (let at = 0; at < PEOPLE; at += 1) members.push(await room.join())
      for (const [at, member] of members.entries()) member.write(`vorher-${at}`)
      await until(() => members.every((member) => member.isSaved), { what: 'the first notes to be saved' })
      const before = members.flatMap((member) => member.acknowledged())
      disk.fill(running.pid)
      for (const [at, member] of members.entries()) {
        for (let note = 0; note < 10; note += 1) member.write(`voll-${at}-${note}`)
      }
      const isThrough = (): boolean => members.every(({ isSaved, refusals }) => isSaved || refusals.length > 0)
      await until(isThrough, { what: 'everybody to be acknowledged or refused' })
      const acknowledged = Array.from(new Set([...before, ...members.flatMap((member) => member.acknowledged())]))
      for (const member of members) member.leave()
      await new Promise((resolve) => setTimeout(resolve, EVERYBODY_AWAY_MS[size]))
      checks.add('the disk was full', disk.fullBy !== 'tmpfs' || disk.freeBytes < 4_096, `${disk.freeBytes} bytes free`)
      disk.free(running.pid)
      checks.add('the process lives', running.isRunning, running.isRunning ? 'lives' : 'ended')
      const notes = await room.readNotes()
      checks.noneMissing('every acknowledged note is there', acknowledged, notes)
      const latecomer = await room.join()
      latecomer.write('danach')
      await checks.eventually('the board takes edits again', () => latecomer.isSaved)
      const missing = acknowledged.filter((text) => !notes.includes(text)).length
      return checks.finding(`${missing} of ${acknowledged.length} acknowledged notes missing`)
    })
  } finally {
    disk.remove()
  }
}
