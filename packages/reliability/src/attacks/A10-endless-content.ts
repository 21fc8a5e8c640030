import { WIRES } from '@tafelrunde/bench/wires'
import { LIMITS } from '@tafelrunde/schema/plain'
import * as Y from 'yjs'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const ITEMS_PER_UPDATE = 500
/** Of the million, what a small run has time for; more than any board may hold. */
const ITEMS: Readonly<Record<Size, number>> = { small: 20_000, full: 1_000_000 }
const PER_SECOND = 20
const DEPTH = 3_000
/** People who write at the same time may honestly pass the limit by a fifth: each of them was below it. */
const MAX_ITEMS = LIMITS.itemsPerBoard * 1.2

/** A10: roots that the board does not have, containers in containers, items without end, written past the interface. */
export const scenario: Scenario = {
  id: 'A10',
  title: 'Unknown roots, deep nesting, a million items.',
  criterion: 'What the board does not have is refused; what it has is bounded, on the server too.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  return withSystem(system, {}, async (running) => {
    const room = await running.openRoom()
    const own = await running.openRoom()
    const wire = WIRES[system.wire]
    const place = await room.takePlace('Angreifer')
    const strange = [unknownRoot(), deepNesting()].map((update) => wire.encodeUpdate(place, update))
    const ownPlace = await own.takePlace('Sammler')
    const endless = Array.from({ length: ITEMS[size] / ITEMS_PER_UPDATE }, (_, at) =>
      wire.encodeUpdate(ownPlace, manyItems(at)),
    )
    const report = await besiege({
      running,
      room,
      checks,
      size,
      attackers: [
        { place, frames: strange, perSecond: PER_SECOND },
        { place: ownPlace, frames: endless, perSecond: PER_SECOND },
      ],
    })
    await assertOnlyHonest({ running, room, checks }, report.pair.writer.written)
    const look = await room.join('Nachzügler')
    const roots = Array.from(look.ydoc.share.keys()).filter((root) => root.startsWith('fremd'))
    const isNested = look.ydoc.getMap('items').has('tief')
    look.leave()
    checks.add('no unknown root is stored', roots.length === 0, roots.join(', ') || 'none')
    checks.add('no deep nesting is stored', !isNested, isNested ? `${DEPTH} levels` : 'none')
    const collector = await own.join('Nachzüglerin')
    const items = collector.ydoc.getMap('items').size
    collector.leave()
    checks.add(`at most ${MAX_ITEMS} items on a board`, items <= MAX_ITEMS, `${items} items`)
    return checks.finding(`${items} items on the attacker’s own board; ${describeSiege(report)}`)
  })
}

function unknownRoot(): Uint8Array {
  const ydoc = new Y.Doc()
  ydoc.getMap('fremde-wurzel').set('a', 'x'.repeat(1_000))
  return Y.encodeStateAsUpdate(ydoc)
}

function deepNesting(): Uint8Array {
  const ydoc = new Y.Doc()
  ydoc.transact(() => {
    let parent = ydoc.getMap('items')
    for (let level = 0; level < DEPTH; level += 1) {
      const child = new Y.Map<unknown>()
      parent.set('tief', child)
      parent = child as Y.Map<unknown>
    }
  })
  return Y.encodeStateAsUpdate(ydoc)
}

function manyItems(at: number): Uint8Array {
  const ydoc = new Y.Doc()
  const items = ydoc.getMap('items')
  ydoc.transact(() => {
    for (let item = 0; item < ITEMS_PER_UPDATE; item += 1)
      items.set(`masse-${at}-${item}`, new Y.Map([['order', 'a0']]))
  })
  return Y.encodeStateAsUpdate(ydoc)
}
