import { startAttacker } from '../attack-tools/Attacker.ts'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { presenceFrame, type PresenceEntry } from '../attack-tools/frames.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const PER_SECOND = 1_500
const SPOOFED_NAME = 'Staatssekretärin (gefälscht)'
const MAX_STATE_BYTES = 8_192
const OWN_ID = 2_500_000_001
const QUIET_MS = 600

const PERSON = { name: SPOOFED_NAME, id: 'x', color: '#ff0000' }
const FALSE_PERSONS: readonly string[] = [
  JSON.stringify({ seat: PERSON, user: PERSON }),
  `{"seat":${JSON.stringify(PERSON)},"seat":${JSON.stringify(PERSON)},"user":${JSON.stringify(PERSON)}}`,
]
const BROKEN: readonly string[] = [
  JSON.stringify({ cursor: { x: 1, y: 1 }, ballast: 'x'.repeat(200_000) }),
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  `${'['.repeat(1_000)}${']'.repeat(1_000)}`,
  'null',
  '{"not": json',
]

/** A4: somebody else's name and cursor, huge states, thousands of messages a second, keys that touch prototypes. */
export const scenario: Scenario = {
  id: 'A4',
  title: 'Presence: a false person, huge states, a flood.',
  criterion:
    'Everybody is shown under their own name, cursors of others stay theirs, and nobody is sent what nobody needs.',
  peers: { H: true, Y: true },
  run,
}

async function run(system: System, size: Size): Promise<Finding> {
  const checks = new Checks()
  return withSystem(system, {}, async (running) => {
    const room = await running.openRoom()
    const witness = await room.join('Zeugin')
    const victim = await room.join('Opfer')
    victim.point(1, 2)
    const place = await room.takePlace('Angreifer')
    const framesOf = (states: readonly string[]): Uint8Array[] =>
      entriesOf(states, victim.ydoc.clientID).map((entry) => presenceFrame(system.wire, place, [entry]))
    const frames = framesOf([...FALSE_PERSONS, ...BROKEN])
    let spoofed = 0
    let largest = 0
    const look = (): void => {
      for (const state of witness.presence()) {
        const text = JSON.stringify(state)
        largest = Math.max(largest, text.length)
        if (text.includes(SPOOFED_NAME)) spoofed += 1
      }
    }
    // First quietly: what is garbled gets an attacker thrown out before anybody has looked at the rest.
    const stopQuietly = startAttacker(running, { place, frames: framesOf(FALSE_PERSONS), perSecond: 20 })
    const watch = setInterval(look, 20)
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
    await stopQuietly()
    const report = await besiege({
      running,
      room,
      checks,
      size,
      attackers: [{ place, frames, perSecond: PER_SECOND }],
    })
    clearInterval(watch)
    checks.add('nobody is shown under a false name', spoofed === 0, `seen ${spoofed} times`)
    checks.add(`no state above ${MAX_STATE_BYTES} bytes is passed on`, largest <= MAX_STATE_BYTES, `${largest} at most`)
    checks.add('no prototype was touched', !('polluted' in {}), 'none')
    victim.point(3, 4)
    const shows = (): boolean => witness.presence().some((state) => isAt(state, 3, 4))
    await checks.eventually('the victim’s cursor is still the victim’s', shows)
    await assertOnlyHonest({ running, room, checks }, report.pair.writer.written)
    return checks.finding(`${spoofed === 0 ? 'no false name' : 'false name shown'}; ${describeSiege(report)}`)
  })
}

/** Each state under the attacker's own client id and under the victim's. */
function entriesOf(states: readonly string[], victimId: number): readonly PresenceEntry[] {
  return states.flatMap((state, at) => [
    { clientId: OWN_ID, clock: at + 1, state },
    { clientId: victimId, clock: 1_000_000 + at, state },
  ])
}

function isAt(state: unknown, x: number, y: number): boolean {
  if (typeof state !== 'object' || state === null || !('cursor' in state)) return false
  const cursor = state.cursor as { readonly x?: unknown; readonly y?: unknown } | null
  return cursor?.x === x && cursor.y === y
}
