import type { Ballot } from '@tafelrunde/protocol'
import { newId, type SeatId, type VoteRoundId } from '@tafelrunde/schema/plain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newToken } from '../links/tokens.ts'
import { aDatabase, aStoredWorkshop } from '../testing/aDatabase.ts'
import { SqliteWorkshopStore } from '../workshops/SqliteWorkshopStore.ts'
import { ballotIdOf, voterOfProxy, voterOfSeat } from './ballotId.ts'
import { SqliteVoteStore } from './SqliteVoteStore.ts'
import { tallyVotes } from './tallyVotes.ts'

const OPTIONS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

interface Request {
  readonly voter: string
  readonly option: string | null
  readonly times: number
  /** It comes from the device that the seat was recovered on. */
  readonly isRecovered: boolean
}

/** Four seats, a proxy, and a seat that goes to another device in the middle; each request comes once or several times. */
const voter = fc.constantFrom('anna', 'ben', 'cem', 'dora', 'proxy')
const request: fc.Arbitrary<Request> = fc.record({
  voter,
  option: fc.constantFrom('a', 'b', 'c', null),
  times: fc.integer({ min: 1, max: 3 }),
  isRecovered: fc.boolean(),
})
const rounds = fc.record({
  isSecret: fc.boolean(),
  /** Requests of one burst are on their way at the same time: retries, two tabs, several people. */
  bursts: fc.array(fc.array(request, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
})

test('[VO2] [VO4] votes add up under retries, two tabs, reconnects, recovery and proxies', async () => {
  const database = await aDatabase()
  const votes = new SqliteVoteStore(database)
  const { workshopId } = await aStoredWorkshop(new SqliteWorkshopStore(database))
  let sealed = 0
  await fc.assert(
    fc.asyncProperty(rounds, async ({ isSecret, bursts }) => {
      const roundId = newId<VoteRoundId>()
      await votes.open({ id: roundId, workshopId, isSecret, options: [] })
      const people = new Map(
        ['anna', 'ben', 'cem', 'dora', 'proxy'].map((name) => {
          const id = name === 'proxy' ? voterOfProxy(newId()) : voterOfSeat(newId<SeatId>())
          return [name, { id, tokens: [newToken(), newToken()] as const }]
        }),
      )
      const cast = async ({ voter: name, option, isRecovered }: Omit<Request, 'times'>) => {
        const { id, tokens } = people.get(name)!
        const body: Ballot =
          option === null ? { isAbstention: true } : { allocations: [{ optionId: option, votes: 1 }] }
        const ballotId = ballotIdOf({ id: roundId, isSecret }, { voter: id, token: tokens[isRecovered ? 1 : 0] })
        const proxyName = name === 'proxy' ? '' : null
        return votes.cast({ roundId, voter: id, ballotId, proxyName, house: null, body })
      }
      /** What may be counted for each voter: whatever of the last burst was counted, all of it by one device. */
      const possible = new Map<string, (string | null)[]>()
      for (const burst of bursts) {
        const sent = burst.flatMap(({ times, ...each }) => Array.from({ length: times }, () => each))
        const outcomes = await Promise.all(sent.map(cast))
        const counted = sent.filter((_, at) => outcomes[at] === 'counted')
        sealed += outcomes.filter((outcome) => outcome === 'sealed').length
        for (const [name, same] of Map.groupBy(counted, (each) => each.voter)) {
          possible.set(
            name,
            same.map(({ option }) => option),
          )
        }
        const ballots = await votes.ballots(roundId)
        expect(ballots).toHaveLength(possible.size)
        const { options, abstentions } = tallyVotes({ kind: 'dots', weight: 'seat' }, OPTIONS, ballots)
        expect(options.reduce((sum, each) => sum + each.votes, abstentions)).toBe(possible.size)
        for (const { optionId, votes: given } of options) {
          const could = [...possible.values()].filter((choices) => choices.includes(optionId)).length
          const must = [...possible.values()].filter((choices) => choices.every((choice) => choice === optionId)).length
          expect(given).toBeLessThanOrEqual(could)
          expect(given).toBeGreaterThanOrEqual(must)
        }
      }
    }),
    { numRuns: 40 },
  )
  expect(sealed).toBeGreaterThan(0)
})
