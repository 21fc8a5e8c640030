import { WIRES } from '@tafelrunde/bench/wires'
import { until } from '@tafelrunde/testkit'
import * as Y from 'yjs'
import { startAttacker } from '../attack-tools/Attacker.ts'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Member, Room, RunningSystem, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const PER_SECOND = 50
const THEFT_MS = 400

/** A3: an id that others have seen in presence is used before its owner's first edit, and replayed after it. */
export const scenario: Scenario = {
  id: 'A3',
  title: 'Another person’s client id, forged or replayed.',
  criterion: 'The owner’s edits stay, also the first one and those made offline; all copies stay equal.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  return withSystem(system, {}, async (running) => {
    const room = await running.openRoom()
    const anna = await room.join('Anna')
    const ben = await room.join('Ben')
    const honest: string[] = []
    await beforeTheFirstEdit({ running, room, anna, ben, checks, honest })
    await whileOffline({ running, room, anna, ben, checks, honest })
    const place = await room.takePlace('Angreifer')
    const frame = WIRES[system.wire].encodeUpdate(place, forgedFor(anna.ydoc.clientID, 'überschrieben'))
    const report = await besiege({
      running,
      room,
      checks,
      size,
      attackers: [{ place, frames: [frame], perSecond: PER_SECOND }],
    })
    honest.push(...report.pair.writer.written)
    await assertOnlyHonest({ running, room, checks }, honest)
    const missing = honest.filter((note) => !ben.notes().includes(note)).length
    return checks.finding(`${missing} of the owner’s notes lost; ${describeSiege(report)}`)
  })
}

interface Theft {
  readonly running: RunningSystem
  readonly room: Room
  readonly anna: Member
  readonly ben: Member
  readonly checks: Checks
  readonly honest: string[]
}

/** Anna has only moved her cursor so far; somebody who saw it writes under her id before she does. */
async function beforeTheFirstEdit(theft: Theft): Promise<void> {
  const { anna, ben, checks, honest } = theft
  anna.point(1, 1)
  await until(() => ben.pointersSeen > 0, { what: 'the cursor to be seen' })
  await steal(theft, 'vor der ersten Änderung', 0)
  anna.write('Annas erster Zettel')
  honest.push('Annas erster Zettel')
  await checks.eventually('the owner’s first note reaches the others', () =>
    ben.notes().includes('Annas erster Zettel'),
  )
}

/** Anna writes without a connection; her id is used for something else before she comes back. */
async function whileOffline(theft: Theft): Promise<void> {
  const { anna, ben, checks, honest } = theft
  anna.goOffline()
  await until(() => !anna.isConnected, { what: 'Anna to be offline' })
  const { clientID, store } = anna.ydoc
  const clock = Y.getState(store, clientID)
  anna.write('Annas Zettel von unterwegs')
  honest.push('Annas Zettel von unterwegs')
  await steal(theft, 'während sie offline war', clock)
  anna.goOnline()
  const hasArrived = (): boolean => ben.notes().includes('Annas Zettel von unterwegs')
  await checks.eventually('her offline note reaches the others', hasArrived)
  const isEqual = (): boolean => [...anna.notes()].toSorted().join('\n') === [...ben.notes()].toSorted().join('\n')
  await checks.eventually('all copies are equal', isEqual)
}

/** Write under Anna's id from that clock on, and hope that it stays. */
async function steal({ running, room, anna }: Theft, text: string, clock: number): Promise<void> {
  const place = await room.takePlace('Angreifer')
  const frame = WIRES[running.system.wire].encodeUpdate(place, forgedFor(anna.ydoc.clientID, text, clock))
  const stop = startAttacker(running, { place, frames: [frame], perSecond: 100 })
  await new Promise((resolve) => setTimeout(resolve, THEFT_MS))
  const { sent } = await stop()
  if (sent === 0) throw new Error('the attacker got nothing out')
}

/** A note under somebody's client id, as a board stores it. */
function forgedFor(clientId: number, text: string, clock = 0): Uint8Array {
  const ydoc = new Y.Doc()
  ydoc.clientID = clientId
  if (clock > 0) ydoc.getText('filler').insert(0, 'x'.repeat(clock))
  const before = Y.encodeStateVector(ydoc)
  ydoc.getMap('items').set(`forged-${text}`, new Y.Map<unknown>([['text', text]]))
  return Y.encodeStateAsUpdate(ydoc, before)
}
