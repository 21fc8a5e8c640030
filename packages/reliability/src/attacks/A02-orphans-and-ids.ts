import { WIRES } from '@tafelrunde/bench/wires'
import * as Y from 'yjs'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { presenceFrame } from '../attack-tools/frames.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { Room, System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const PER_SECOND = 1_000
const FRAMES = 4_000
/** Client ids of honest people, the server's own, and what one seat may have used up. */
const MAX_IDS_IN_BOARD = 64

/** A2: updates that hang on something that never comes, each under a client id of its own; ids by presence alike. */
export const scenario: Scenario = {
  id: 'A2',
  title: 'Orphan updates under thousands of client ids.',
  criterion:
    'What hangs on nothing is refused instead of being kept for ever; one participant cannot fill the board with ids.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  return withSystem(system, {}, async (running) => {
    const room = await running.openRoom()
    const place = await room.takePlace('Angreifer')
    const wire = WIRES[system.wire]
    const frames = Array.from({ length: FRAMES }, (_, at) => {
      const clientId = 3_000_000_000 + at
      if (at % 4 !== 0) return wire.encodeUpdate(place, orphanOf(clientId))
      return presenceFrame(system.wire, place, [{ clientId, clock: 1, state: '{"cursor":{"x":1,"y":1}}' }])
    })
    const report = await besiege({
      running,
      room,
      checks,
      size,
      attackers: [{ place, frames, perSecond: PER_SECOND }],
    })
    await assertOnlyHonest({ running, room, checks }, report.pair.writer.written)
    const { ids, waiting } = await lookInto(room)
    checks.add(`at most ${MAX_IDS_IN_BOARD} client ids in the board`, ids <= MAX_IDS_IN_BOARD, `${ids} ids`)
    checks.add('nothing waits in it for what never comes', waiting === 0, `${waiting} bytes wait`)
    return checks.finding(`${describeSiege(report)}, ${waiting} bytes of orphans kept`)
  })
}

/** An update that continues an edit which nobody has, under this client id. */
function orphanOf(clientId: number): Uint8Array {
  const author = new Y.Doc()
  author.clientID = clientId
  author.getText('sketch').insert(0, 'davor')
  const before = Y.encodeStateVector(author)
  author.getText('sketch').insert(5, 'verwaist')
  return Y.encodeStateAsUpdate(author, before)
}

async function lookInto(room: Room): Promise<{ ids: number; waiting: number }> {
  const look = await room.join('Nachzügler')
  const { store } = look.ydoc
  const found = { ids: store.clients.size, waiting: store.pendingStructs?.update.length ?? 0 }
  look.leave()
  return found
}
