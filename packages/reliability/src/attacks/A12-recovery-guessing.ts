import { SeededRandom } from '@tafelrunde/testkit'
import { assertOnlyHonest, besiege, describeSiege } from '../attack-tools/besiege.ts'
import { callApi } from '../attack-tools/callApi.ts'
import { startCaller } from '../attack-tools/Caller.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import { ours, type OurRunningSystem } from '../systems/ours.ts'
import { withSystem } from '../systems/withSystem.ts'

/** A million an hour. */
const PER_SECOND = 278
const RECOVERED_WITHIN_MS = 5_000
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_CHARACTERS = 12
const SEATS = 500

/** A12: recovery codes are guessed at a million tries an hour. */
export const scenario: Scenario = {
  id: 'A12',
  title: 'Recovery codes are guessed, a million an hour.',
  criterion: 'No guess hits, tries are slowed down, and a person with the right code still gets their seat back.',
  peers: { H: 'knows no seats', Y: 'knows no seats' },
  run: (_system, size) => withSystem(ours, {}, (running) => guess(running, size)),
}

async function guess(running: OurRunningSystem, size: Size): Promise<Finding> {
  const checks = new Checks()
  const { url } = running
  const room = await running.openRoom()
  const workshop = room.workshop.workshop.id
  const random = new SeededRandom(12)
  const code = (): string =>
    Array.from({ length: CODE_CHARACTERS }, () => CROCKFORD[random.integer(0, CROCKFORD.length)]).join('')
  const calls = Array.from({ length: 3_000 }, () => ({
    path: '/api/v1/seats/recover',
    body: { workshop, recoveryCode: code() },
  }))
  const answers: Record<string, number> = {}
  let slowestMs = 0
  let recovered = 0
  let rounds = 0
  const report = await besiege({
    running,
    room,
    checks,
    size,
    begin: async () => {
      const honest = await room.takeSeat(room.workshop.links.participant, 'Ehrliche')
      const stop = startCaller(url, { calls, perSecond: PER_SECOND })
      rounds += 1
      return async () => {
        const startedAt = performance.now()
        const body = { workshop, recoveryCode: honest.seat.recoveryCode }
        while (performance.now() - startedAt < RECOVERED_WITHIN_MS) {
          const { status } = await callApi(url, '/api/v1/seats/recover', { body })
          if (status !== 201 && status !== 200) continue
          recovered += 1
          break
        }
        slowestMs = Math.max(slowestMs, performance.now() - startedAt)
        for (const [status, count] of Object.entries(await stop())) answers[status] = (answers[status] ?? 0) + count
      }
    },
  })
  const tried = Object.values(answers).reduce((sum, count) => sum + count, 0)
  const seen = Object.entries(answers)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ')
  checks.add('the attack took place', tried > 50, seen)
  checks.add('no guess hits', (answers['200'] ?? 0) + (answers['201'] ?? 0) === 0, seen)
  checks.add('the right code still brings the seat back', recovered === rounds, `${recovered} of ${rounds}`)
  checks.add('within 5 s', slowestMs <= RECOVERED_WITHIN_MS, `${Math.round(slowestMs)} ms`)
  await assertOnlyHonest({ running, room, checks }, report.pair.writer.written)
  return checks.finding(`${tried} tries were answered, chance of a hit ${chanceOf(tried)}; ${describeSiege(report)}`)
}

/** A code is one of 32^12; a workshop has 500 of them at most. */
function chanceOf(tries: number): string {
  return ((tries * SEATS) / CROCKFORD.length ** CODE_CHARACTERS).toExponential(0)
}
