import { MAX_PROXY_BALLOTS, type Ballot } from '@tafelrunde/protocol'
import { newId, type SeatId, type VoteRoundId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { hashToken, newToken } from '../links/tokens.ts'
import type { Row } from '../seams.ts'
import type { SeatStore } from '../seats/SeatStore.ts'
import { aStoredWorkshop, type StoredExample } from '../testing/aDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import { ballotIdOf, voterOfProxy, voterOfSeat, type VoterId } from './ballotId.ts'
import type { CastBallot, VoteStore } from './VoteStore.ts'
import { ORDINARY_SEAT } from '../testing/ordinarySeat.ts'

interface Stores {
  readonly votes: VoteStore
  readonly seats: SeatStore
  readonly workshops: WorkshopStore
  /** Everything that is kept about voters and ballots, as whoever has the disk reads it. */
  readonly dump: () => Promise<{ readonly voters: readonly Row[]; readonly ballots: readonly Row[] }>
}

/** The rules of VoteStore, for every implementation. */
export function voteStoreContract(open: () => Promise<Stores>): void {
  test('[VO1] a round is kept with its options in order, and a discarded one leaves nothing', async () => {
    const { votes, roundId, options, workshopId, vote } = await aRound(await open())
    expect(await votes.round(roundId)).toEqual({ workshopId, closedAt: null, eligible: null })
    expect(await votes.options(roundId)).toEqual(options)
    await votes.cast(vote(aVoter(), 'a'))
    await votes.discard(roundId)
    expect(await votes.round(roundId)).toBeNull()
    expect([await votes.options(roundId), await votes.ballots(roundId)]).toEqual([[], []])
    expect(await votes.counts(workshopId)).toEqual([])
  })

  test('[VO2] a voter has one ballot, the last one, however many arrive at once', async () => {
    const { votes, roundId, workshopId, vote } = await aRound(await open())
    const [anna, ben] = [aVoter(), aVoter()]
    const outcomes = await Promise.all(['a', 'b', 'a', 'c'].map((option) => votes.cast(vote(anna, option))))
    expect(new Set(outcomes)).toEqual(new Set(['counted']))
    await votes.cast(vote(ben, 'b'))
    await votes.cast(vote(anna, 'c'))
    expect(bodiesOf(await votes.ballots(roundId))).toEqual(['b', 'c'])
    expect(await votes.counts(workshopId)).toEqual([{ roundId, voted: 2, proxies: 0 }])
    expect(await votes.hasVoted(roundId, anna)).toBe(true)
    expect(await votes.hasVoted(roundId, aVoter())).toBe(false)
    expect(await votes.ballotOf(roundId, vote(anna, '').ballotId)).toEqual(ballotFor('c'))
  })

  test('[VO3] of ballots that race with the closing each is counted or refused, and nothing comes after it', async () => {
    const stores = await open()
    const { votes, roundId, vote, workshopId } = await aRound(stores)
    const voters = Array.from({ length: 40 }, aVoter)
    const early = voters.slice(0, 20).map((voter) => votes.cast(vote(voter, 'a')))
    const closing = votes.close(roundId, 700)
    const late = voters.slice(20).map((voter) => votes.cast(vote(voter, 'a')))
    const atClose = closing.then(() => votes.ballots(roundId))
    const outcomes = await Promise.all([...early, ...late])
    const counted = outcomes.filter((outcome) => outcome === 'counted').length
    expect(outcomes.filter((outcome) => outcome === 'closed')).toHaveLength(40 - counted)
    expect(await atClose).toHaveLength(counted)
    expect(await votes.cast(vote(voters[0]!, 'b'))).toBe('closed')
    expect(await votes.ballots(roundId)).toEqual(await atClose)
    expect(await votes.counts(workshopId)).toMatchObject([{ voted: counted }])
    expect(await closing).toBe(700)
    expect(await votes.close(roundId, 900)).toBe(700)
  })

  test('[VO3] closing keeps how many people could vote: those at living seats that vote and do not wait', async () => {
    const stores = await open()
    const { votes, roundId, workshopId, link } = await aRound(stores)
    const [first] = await Promise.all(
      (['participant', 'moderator', 'observer', 'screen'] as const).map((role) =>
        aSeat(stores, workshopId, link, role),
      ),
    )
    await aSeat(stores, workshopId, link, 'participant', { people: 3 })
    await aSeat(stores, workshopId, link, 'participant', { isWaiting: true })
    expect(await votes.eligiblePeople(workshopId)).toBe(5)
    await votes.close(roundId, 700)
    await stores.seats.revoke(first!, 800)
    expect(await votes.round(roundId)).toMatchObject({ eligible: 5 })
  })

  test('[VO4] nothing that is kept of a secret round joins a voter to a ballot', async () => {
    const { votes, vote, dump } = await aRound(await open(), { isSecret: true })
    const voters = Array.from({ length: 30 }, aVoter)
    const tokens = voters.map(newToken)
    for (const [at, voter] of voters.entries()) {
      const cast = { ...vote(voter, `choice${at}`, tokens[at]), house: `Haus ${at}` }
      expect(await votes.cast(cast)).toBe('counted')
    }
    const { voters: who, ballots: what } = await dump()
    expect([who, what].map((rows) => rows.length)).toEqual([30, 30])
    expect(Object.keys(who[0]!).filter((column) => column in what[0]!)).toEqual(['round_id'])
    const kept = JSON.stringify(what)
    for (const [at, voter] of voters.entries()) {
      expect(kept).not.toContain(voter.slice(voter.indexOf(':') + 1))
      expect(kept).not.toContain(hashToken(tokens[at]!))
      expect(kept).not.toContain(`Haus ${at}`)
    }
    // The rows lie by the hash: their order says nothing about who came first.
    const cameAs = what.map(({ body }) => Number(/choice(\d+)/.exec(String(body))?.[1]))
    expect(cameAs).not.toEqual(cameAs.toSorted((a, b) => a - b))
  })

  test('[VO4] ballots of one house stay together in a secret round, and its key dies with the closing', async () => {
    const { votes, roundId, vote, dump } = await aRound(await open(), { isSecret: true })
    for (const house of ['bmi', 'bmi', 'hessen']) await votes.cast({ ...vote(aVoter(), 'a', newToken()), house })
    await votes.cast(vote(aVoter(), 'a', newToken()))
    const houses = (await votes.ballots(roundId)).map(({ house }) => house)
    const sizes = [...Map.groupBy(houses, (house) => house).values()].map((same) => same.length)
    expect(sizes.toSorted((a, b) => a - b)).toEqual([1, 1, 2])
    expect(houses.filter((house) => house === null)).toHaveLength(1)
    await votes.close(roundId, 700)
    expect(JSON.stringify(await dump())).not.toContain('bmi')
    expect((await votes.ballots(roundId)).map(({ house }) => house)).toEqual(houses)
  })

  test('[VO4] who has lost the id of a secret ballot is told that it is sealed, and counts once', async () => {
    const { votes, roundId, vote, workshopId } = await aRound(await open(), { isSecret: true })
    const anna = aVoter()
    const [old, recovered] = [newToken(), newToken()]
    await votes.cast(vote(anna, 'a', old))
    const both = await Promise.all([votes.cast(vote(anna, 'b', recovered)), votes.cast(vote(anna, 'c', old))])
    expect(both).toEqual(['sealed', 'counted'])
    expect(bodiesOf(await votes.ballots(roundId))).toEqual(['c'])
    expect(await votes.ballotOf(roundId, vote(anna, '', recovered).ballotId)).toBeNull()
    expect(await votes.counts(workshopId)).toMatchObject([{ voted: 1 }])
  })

  test('[VO5] proxies are counted beside seats, listed by name, and bounded when they come at once', async () => {
    const { votes, roundId, vote, workshopId } = await aRound(await open())
    const proxy = (at: number) => ({ ...vote(voterOfProxy(`p${at}`), 'a'), proxyName: `Person ${at}` })
    const outcomes = await Promise.all(Array.from({ length: MAX_PROXY_BALLOTS + 2 }, (_, at) => votes.cast(proxy(at))))
    expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(2)
    expect(await votes.cast(proxy(0))).toBe('counted')
    expect(await votes.cast(vote(aVoter(), 'a'))).toBe('counted')
    expect(await votes.counts(workshopId)).toEqual([
      { roundId, voted: MAX_PROXY_BALLOTS + 1, proxies: MAX_PROXY_BALLOTS },
    ])
    expect((await votes.proxies(roundId))[0]).toEqual({ id: 'p0', name: 'Person 0' })
  })

  test('[VO5] a proxy cannot take the place of a seat by taking its id', async () => {
    const { votes, roundId, vote } = await aRound(await open())
    const seatId = newId<SeatId>()
    await votes.cast(vote(voterOfSeat(seatId), 'a'))
    await votes.cast({ ...vote(voterOfProxy(seatId), 'b'), proxyName: '' })
    expect(bodiesOf(await votes.ballots(roundId))).toEqual(['a', 'b'])
  })

  test('[VO6] rounds of another workshop do not count', async () => {
    const stores = await open()
    const [mine, other] = [await aRound(stores), await aRound(stores)]
    await mine.votes.cast(mine.vote(aVoter(), 'a'))
    expect(await stores.votes.counts(other.workshopId)).toEqual([{ roundId: other.roundId, voted: 0, proxies: 0 }])
  })

  test('[VO7] priorities replace the former ones as a whole', async () => {
    const { votes, roundId, workshopId } = await aRound(await open())
    const priority = (recommendationKey: string, rank: number) => ({ recommendationKey, rank, roundId })
    await votes.setPriorities(workshopId, [priority('g/b', 2), priority('g/a', 1)])
    expect(await votes.priorities(workshopId)).toEqual([priority('g/a', 1), priority('g/b', 2)])
    await votes.setPriorities(workshopId, [priority('g/c', 1)])
    expect(await votes.priorities(workshopId)).toEqual([priority('g/c', 1)])
  })
}

function aVoter(): VoterId {
  return voterOfSeat(newId<SeatId>())
}

function ballotFor(option: string): Ballot {
  return { allocations: [{ optionId: option, votes: 1 }] }
}

function bodiesOf(ballots: readonly { readonly body: Ballot }[]): string[] {
  const options = ballots.flatMap(({ body }) => ('allocations' in body ? body.allocations : []))
  return options.map(({ optionId }) => optionId).toSorted()
}

async function aRound({ votes, workshops, dump }: Stores, { isSecret = false } = {}) {
  const { workshopId, link } = await aStoredWorkshop(workshops)
  const roundId = newId<VoteRoundId>()
  const options = ['a', 'b', 'c'].map((id) => ({ id, key: `group/${id}`, groupId: 'group', label: id.toUpperCase() }))
  await votes.open({ id: roundId, workshopId, isSecret, options })
  const vote = (voter: VoterId, option: string, token = ''): CastBallot => ({
    roundId,
    voter,
    ballotId: ballotIdOf({ id: roundId, isSecret }, { voter, token }),
    proxyName: null,
    house: null,
    body: ballotFor(option),
  })
  return { votes, roundId, options, workshopId, link, vote, dump }
}

async function aSeat(
  { seats }: Stores,
  workshopId: WorkshopId,
  link: StoredExample['link'],
  role: 'participant' | 'moderator' | 'observer' | 'screen',
  traits: Partial<typeof ORDINARY_SEAT> = {},
): Promise<SeatId> {
  const seat = {
    ...ORDINARY_SEAT,
    ...traits,
    id: newId<SeatId>(),
    workshopId,
    linkId: link.id,
    joinedAt: 1,
    groupId: null,
    name: '',
    organisation: '',
  }
  const secrets = { tokenHash: hashToken(newToken()), recoveryHash: hashToken(newToken()) }
  await seats.add({ ...seat, role }, secrets, { perLink: 9, perWorkshop: 9, perGroup: null })
  return seat.id
}
