import { until } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const ROUNDS: Readonly<Record<Size, number>> = { small: 6, full: 100 }
const NOTES = 5

/** F8: a device dies with unsent and half-sent edits and comes back later with what it had kept. */
export const scenario: Scenario = {
  id: 'F8',
  title: 'A device dies with unsent edits and comes back.',
  criterion: 'Its edits are merged once, also when it comes back twice or had sent a part of them.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  return withSystem(system, {}, async (running) => {
    const room = await running.openRoom(ROUNDS[size] + 4)
    const reader = await room.join()
    const written: string[] = []
    let unsent = 0
    for (let round = 0; round < ROUNDS[size]; round += 1) {
      const device = await room.join()
      for (let note = 0; note < NOTES; note += 1) device.write(`${round}-online-${note}`)
      // In every other round the last notes are on their way when the device dies.
      if (round % 2 === 0) await until(() => device.isSaved, { what: 'the first notes to be saved' })
      device.goOffline()
      for (let note = 0; note < NOTES; note += 1) device.write(`${round}-offline-${note}`)
      const kept = Y.encodeStateAsUpdate(device.ydoc)
      written.push(...device.written)
      device.leave()
      reader.write(`${round}-inzwischen`)
      written.push(`${round}-inzwischen`)
      const there = new Set(await room.readNotes())
      unsent += device.written.filter((text) => !there.has(text)).length
      const [back, tab] = await Promise.all([room.comeBack(device, kept), room.comeBack(device, kept)])
      await until(() => back.isSaved && tab.isSaved, { what: 'the device to be saved' })
      back.leave()
      tab.leave()
    }
    checks.add('something was unsent', unsent >= ROUNDS[size] * NOTES, `${unsent} notes`)
    await checks.eventually('the others see all of it', () => reader.notes().length >= written.length)
    const notes = await room.readNotes()
    checks.noneMissing('every note is there', written, notes)
    checks.nothingTwice('once', notes)
    return checks.finding(`${unsent} unsent notes brought by devices that came back`)
  })
}
