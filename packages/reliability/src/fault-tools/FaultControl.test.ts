import { until } from '@tafelrunde/testkit'
import { afterEach, expect, it } from 'vitest'
import { LoopStalls } from '../measures/LoopStalls.ts'
import { SYSTEMS } from '../systems/systems.ts'
import type { RunningSystem } from '../systems/System.ts'
import { FaultControl, type FaultName } from './FaultControl.ts'
import { SlowDisk } from './SlowDisk.ts'
import { SmallDisk } from './SmallDisk.ts'
import { Throws } from './Throws.ts'

const atEnd: (() => unknown)[] = []
afterEach(async () => {
  for (const end of atEnd.splice(0).toReversed()) await end()
})

async function startOurs(faults: readonly FaultName[], dataDir?: string): Promise<[RunningSystem, FaultControl]> {
  const control = new FaultControl(faults)
  atEnd.push(() => control.remove())
  const running = await SYSTEMS.ours.start({ faults: control, ...(dataDir === undefined ? {} : { dataDir }) })
  atEnd.push(() => running.stop())
  return [running, control]
}

it('holds a commit back until it is let go, and says for how long', async () => {
  const [running, control] = await startOurs(['slowDisk', 'loopStalls'])
  const disk = new SlowDisk(control)
  const stalls = new LoopStalls(control)
  const member = await (await running.openRoom()).join()
  await until(() => member.isSaved)
  const since = stalls.nowMs()
  disk.stall()
  member.write('wartet')
  await until(() => disk.isStalling)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(member.acknowledged()).toEqual([])
  disk.release()
  await until(() => member.acknowledged().length === 1)
  expect(Math.max(...disk.stallsMs)).toBeGreaterThanOrEqual(100)
  expect(stalls.longestSince(since)).toBeLessThan(100)
})

it.each(['tmpfs', 'file size limit'] as const)('fills a disk so that writes fail, and frees it: %s', async (fullBy) => {
  const disk = SmallDisk.make(16, fullBy)
  atEnd.push(() => disk.remove())
  const [running] = await startOurs([], disk.folder)
  const member = await (await running.openRoom()).join()
  disk.fill(running.pid)
  await until(() => member.write(`note-${member.written.length}`) && member.refusals.includes('storage.unavailable'), {
    what: 'a write to fail',
  })
  disk.free(running.pid)
  await until(() => member.isSaved, { what: 'recovery' })
})

it('knows the hooks, timers and workers of the server, and lets one throw', async () => {
  const [running, control] = await startOurs(['throws'])
  const throws = new Throws(control)
  const member = await (await running.openRoom()).join()
  member.write('eins')
  await until(() => member.isSaved)
  expect(throws.places).toEqual(
    expect.arrayContaining([
      'JournalExtension.beforeSync',
      'worker store/sqliteWriter.worker.ts',
      'setImmediate in store/SqliteDatabase.ts',
    ]),
  )
  throws.begin('JournalExtension.beforeSync')
  member.write('zwei')
  await until(() => throws.timesThrown('JournalExtension.beforeSync') > 0)
  throws.end()
})
