import { inviteOf, Participant, SeededRandom, until } from '@tafelrunde/testkit'
import { assertOnlyHonest, besiege, describeSiege, ROUNDS } from '../attack-tools/besiege.ts'
import { startCaller } from '../attack-tools/Caller.ts'
import { Checks } from '../Checks.ts'
import type { Finding, Scenario, Size } from '../Scenario.ts'
import { ours, type OurRoom } from '../systems/ours.ts'
import { withSystem } from '../systems/withSystem.ts'

/** A million guesses in two hours. */
const PER_SECOND = 150
const NEWCOMERS: Readonly<Record<Size, number>> = { small: 40, full: 250 }
const PAUSE_MS = 400
/** As many as the honest pair writes in a round: newcomers get as much to read in peace. */
const NOTES_PER_ROUND = 200
const JOINED_WITHIN_MS = 10_000
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Characters of a link's token, six bits each. */
const TOKEN_CHARACTERS = 22

/** A7: tokens of links and seats are guessed from the address behind which everybody else sits, too. */
export const scenario: Scenario = {
  id: 'A7',
  title: 'Tokens are guessed from everybody’s own address.',
  criterion: 'No guess hits, and nobody behind the same address is locked out: all newcomers have a seat in 10 s.',
  peers: { H: 'knows no links', Y: 'knows no links' },
  run: (_system, size) => withSystem(ours, {}, (running) => guess(running, size)),
}

async function guess(running: Awaited<ReturnType<typeof ours.start>>, size: Size): Promise<Finding> {
  const checks = new Checks()
  const room = await running.openRoom(NEWCOMERS[size] + 8)
  const { url } = running
  const random = new SeededRandom(7)
  const randomToken = (): string =>
    Array.from({ length: TOKEN_CHARACTERS }, () => random.pick(ALPHABET.split(''))).join('')
  const calls = Array.from({ length: 2_000 }, (_, at) =>
    at % 2 === 0
      ? { path: '/api/v1/seats', body: { invite: randomToken(), name: 'Rater' } }
      : { path: `/api/v1/workshops/${room.workshop.workshop.id}`, token: `seat_${randomToken()}` },
  )
  const statuses = new Map<number, number>()
  let slowestMs = 0
  let joined = 0
  const perRound = Math.ceil(NEWCOMERS[size] / ROUNDS[size])
  const letJoin = async ({ workshop, groupId }: OurRoom, onJoined: (ms: number) => void): Promise<void> => {
    const invite = inviteOf(workshop.links.participant)
    const startedAt = performance.now()
    const joining = Array.from({ length: perRound }, async (_, at) => {
      const person = await Participant.join({ url, invite, name: `Neue ${at}`, group: groupId })
      await person.openBoard(groupId)
      onJoined(performance.now() - startedAt)
      // Their own work would be measured with the attack.
      person.leave()
    })
    await Promise.allSettled(joining)
    // What they leave behind in this process is not the attack's doing.
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  const report = await besiege({
    running,
    room,
    checks,
    size,
    inPeace: async () => {
      const elsewhere = await running.openRoom(NEWCOMERS[size] + 8)
      const filler = await elsewhere.join('Fleißige')
      for (let at = 0; at < ROUNDS[size] * NOTES_PER_ROUND; at += 1) filler.write(`vorher-${at}`)
      await until(() => filler.isSaved, { what: 'the other board to be filled' })
      for (let round = 0; round < ROUNDS[size]; round += 1) await letJoin(elsewhere, () => undefined)
      filler.leave()
    },
    begin: async () => {
      const stop = startCaller(url, { calls, perSecond: PER_SECOND })
      await letJoin(room, (ms) => {
        joined += 1
        slowestMs = Math.max(slowestMs, ms)
      })
      return async () => {
        for (const [status, count] of Object.entries(await stop())) {
          statuses.set(Number(status), (statuses.get(Number(status)) ?? 0) + count)
        }
      }
    },
  })
  const tried = Array.from(statuses.values()).reduce((sum, count) => sum + count, 0)
  const hits = Array.from(statuses).filter(([status]) => status < 300).length
  checks.add('the attack took place', tried > PER_SECOND, `${tried} guesses`)
  checks.add('no guess hits', hits === 0, Array.from(statuses, ([status, count]) => `${count} × ${status}`).join(', '))
  checks.add('every newcomer has a seat', joined >= NEWCOMERS[size], `${joined}`)
  checks.add('within 10 s', slowestMs <= JOINED_WITHIN_MS, `${Math.round(slowestMs)} ms for the slowest`)
  await assertOnlyHonest({ running, room, checks }, report.pair.writer.written)
  return checks.finding(`${tried} guesses, ${hits} hits (one token is one of 2^132); ${describeSiege(report)}`)
}
