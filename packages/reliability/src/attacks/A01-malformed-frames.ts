import { WIRES } from '@tafelrunde/bench/wires'
import { SeededRandom } from '@tafelrunde/testkit'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

/** What 14 bytes can claim; yjs makes room for all of them before it finds that they are not there. */
const CLAIMED_STRUCTS = 33_000_000
const FUZZED = 400
/** Each bomb takes a plain server some hundred milliseconds; more of them would only fill its queue. */
const PER_SECOND = 100

/** A1: updates that claim more than they hold, numbers without an end, nested values, garbled honest updates. */
export const scenario: Scenario = {
  id: 'A1',
  title: 'Bombs and garbled frames.',
  criterion:
    'Frames that claim more than they hold, or are no frames, cost the others nothing and leave nothing behind.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  return withSystem(system, {}, async (running) => {
    const room = await running.openRoom()
    const place = await room.takePlace('Angreifer')
    const wire = WIRES[system.wire]
    const frames = hostileUpdates(new SeededRandom(1)).map((update) => wire.encodeUpdate(place, update))
    const report = await besiege({
      running,
      room,
      checks,
      size,
      attackers: [{ place, frames, perSecond: PER_SECOND }],
    })
    await assertOnlyHonest({ running, room, checks }, report.pair.writer.written)
    return checks.finding(describeSiege(report))
  })
}

function hostileUpdates(random: SeededRandom): readonly Uint8Array[] {
  const honest = honestUpdate()
  const fuzzed = Array.from({ length: FUZZED }, () => garble(honest, random))
  return [structBomb(), deletionBomb(), endlessNumber(), nestedValue(), ...fuzzed]
}

/** 14 bytes that claim 33 million structs (yjs issue 687). */
function structBomb(): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, CLAIMED_STRUCTS)
    encoding.writeVarUint(encoder, 4_000_000_001)
    encoding.writeVarUint(encoder, 0)
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, 1)
    encoding.writeUint8(encoder, 0)
  })
}

/** Deletes millions of ranges of one client. */
function deletionBomb(): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 4_000_000_002)
    encoding.writeVarUint(encoder, CLAIMED_STRUCTS)
  })
}

function endlessNumber(): Uint8Array {
  return new Uint8Array(64).fill(0xff)
}

/** One value that is an array in an array, and so on. */
function nestedValue(): Uint8Array {
  const depth = 20_000
  return written((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 4_000_000_003)
    encoding.writeVarUint(encoder, 0)
    encoding.writeUint8(encoder, 8 | 0b0010_0000) // any values, under a key of a root
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'items')
    encoding.writeVarString(encoder, 'x')
    encoding.writeVarUint(encoder, 1)
    for (let level = 0; level < depth; level += 1) {
      encoding.writeUint8(encoder, 117)
      encoding.writeVarUint(encoder, 1)
    }
    encoding.writeUint8(encoder, 126)
    encoding.writeVarUint(encoder, 0)
  })
}

function honestUpdate(): Uint8Array {
  const ydoc = new Y.Doc()
  const items = ydoc.getMap('items')
  ydoc.transact(() => {
    for (let at = 0; at < 20; at += 1) items.set(`garbled-${at}`, new Y.Map([['text', new Y.Text('ein Zettel')]]))
    items.delete('garbled-3')
  })
  return Y.encodeStateAsUpdate(ydoc)
}

/** Changes some bytes and cuts some off; an update that is still one by chance is left out. */
function garble(honest: Uint8Array, random: SeededRandom): Uint8Array {
  for (;;) {
    const bytes = honest.slice(0, random.integer(4, honest.length))
    for (let change = random.integer(1, 12); change > 0; change -= 1) {
      bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255)
    }
    if (!isUpdate(bytes)) return bytes
  }
}

function isUpdate(bytes: Uint8Array): boolean {
  // A count is read before anything is made of it, or the trial itself would be the bomb.
  if (bytes.slice(0, 3).some((byte) => byte > 127)) return false
  try {
    const ydoc = new Y.Doc()
    Y.applyUpdate(ydoc, bytes)
    return true
  } catch {
    return false
  }
}

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}
