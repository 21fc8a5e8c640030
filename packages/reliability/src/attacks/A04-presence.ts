import { describeTally, startAttacker } from '../attack-tools/Attacker.ts'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { presenceFrame, type PresenceEntry } from '../attack-tools/frames.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import type { System } from '../systems/System.ts'
import { withSystem } from '../systems/withSystem.ts'

const PER_SECOND = 1_500
const SPOOFED_NAME = 'Staatssekretärin (gefälscht)'
/** A state that a plain server relays to everybody, whole. */
const HUGE_STATE_CHARACTERS = 200_000
const MAX_STATE_BYTES = 8_192

/** A4: somebody else's name and cursor, huge states, thousands of messages a second, keys that touch prototypes. */
export const scenario: Scenario = {
  id: 'A4',
  title: 'Presence: a false person, huge states, a flood.',
  criterion: 'Everybody is shown under their own name, cursors of others stay theirs, and nobody is sent what nobody needs.',
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
    const frames = hostileStates(victim.ydoc.clientID).map((entry) => presenceFrame(system.wire, place, [entry]))
    let seen = ''
    let sent = 0
    let spoofed = 0
    let largest = 0
    const report = await besiege({
      running,
      room,
      checks,
      size,
      begin: async () => {
        const stop = startAttacker(running, { place, frames, perSecond: PER_SECOND })
        const watch = setInterval(() => {
          for (const state of witness.presence()) {
            const text = JSON.stringify(state)
            largest = Math.max(largest, text.length)
            if (text.includes(SPOOFED_NAME)) spoofed += 1
          }
        }, 50)
        return async () => {
          clearInterval(watch)
          const tally = await stop()
          sent += tally.sent
          seen = describeTally(tally)
        }
      },
    })
    checks.add('the attack took place', sent > 0, seen)
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

function hostileStates(victimId: number): readonly PresenceEntry[] {
  const spoofed = { name: SPOOFED_NAME, id: 'x', color: '#ff0000' }
  const own = 2_500_000_001
  const states = [
    JSON.stringify({ seat: spoofed, user: spoofed }),
    `{"seat":${JSON.stringify(spoofed)},"seat":${JSON.stringify(spoofed)},"user":${JSON.stringify(spoofed)}}`,
    JSON.stringify({ cursor: { x: 1, y: 1 }, ballast: 'x'.repeat(HUGE_STATE_CHARACTERS) }),
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    `${'['.repeat(1_000)}${']'.repeat(1_000)}`,
    'null',
    '{"not": json',
  ]
  const ofOwn = states.map((state, at) => ({ clientId: own, clock: at + 1, state }))
  const ofVictim = states.map((state, at) => ({ clientId: victimId, clock: 1_000_000 + at, state }))
  return [...ofOwn, ...ofVictim]
}

function isAt(state: unknown, x: number, y: number): boolean {
  if (typeof state !== 'object' || state === null || !('cursor' in state)) return false
  return JSON.stringify(state.cursor) === JSON.stringify({ x, y })
}
