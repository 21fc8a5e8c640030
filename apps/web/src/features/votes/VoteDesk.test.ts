import type { Ballot, VoteResponse } from '@tafelrunde/protocol'
import type { VotePlan } from '@tafelrunde/schema/plain'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../../api/callApi.ts'
import { choose, EMPTY_DRAFT } from './ballotDraft.ts'
import { VoteDesk } from './VoteDesk.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const PLAN = { kind: 'choice', votesPerSeat: 1, maxPerOption: 1 } as VotePlan
const ballotFor = (optionId: string): Ballot => ({ allocations: [{ optionId, votes: 1 }] })

/** A server that answers when the test says so. */
class SlowServer {
  readonly sent: Ballot[] = []
  own: Ballot | null = null
  hasVoted = false
  #answers: ((error: Error | null) => void)[] = []

  calls = {
    read: async () => ({ ownBallot: this.own, hasVoted: this.hasVoted }) as VoteResponse,
    put: (ballot: Ballot) =>
      new Promise<void>((resolve, reject) => {
        this.sent.push(ballot)
        this.#answers.push((error) => (error ? reject(error) : resolve()))
      }),
  }

  async answer(code: ApiError['code'] | null = null): Promise<void> {
    this.#answers.shift()!(code === null ? null : new ApiError(code, code))
    await vi.advanceTimersByTimeAsync(0)
  }
}

function aDesk() {
  const server = new SlowServer()
  const desk = new VoteDesk(PLAN, server.calls)
  const pick = (optionId: string) => desk.change(choose(EMPTY_DRAFT, optionId))
  return { server, desk, pick }
}

test('[VD1] quick changes are one ballot, and the next is sent only when the one before is answered', async () => {
  const { server, pick } = aDesk()
  pick('a')
  pick('b')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server.sent).toEqual([ballotFor('b')])
  pick('c')
  pick('d')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server.sent).toHaveLength(1)
  await server.answer()
  expect(server.sent).toEqual([ballotFor('b'), ballotFor('d')])
})

test('[VD2] counted is said only when the newest ballot is', async () => {
  const { server, desk, pick } = aDesk()
  pick('a')
  await vi.advanceTimersByTimeAsync(1_000)
  pick('b')
  await server.answer()
  expect(desk.state.get()).toBe('saving')
  await vi.advanceTimersByTimeAsync(1_000)
  await server.answer()
  expect(desk.state.get()).toBe('counted')
})

test('[VD3] without a connection it goes on trying with the newest, and says so', async () => {
  const { server, desk, pick } = aDesk()
  pick('a')
  await vi.advanceTimersByTimeAsync(1_000)
  await server.answer('network')
  expect(desk.state.get()).toBe('offline')
  expect(desk.draft.get().votes).toEqual({ a: 1 })
  await vi.advanceTimersByTimeAsync(5_000)
  await server.answer('storage.unavailable')
  pick('b')
  await vi.advanceTimersByTimeAsync(1_000)
  await server.answer()
  expect([server.sent.at(-1), desk.state.get()]).toEqual([ballotFor('b'), 'counted'])
})

test('[VD3] a closed round is told, and not tried again', async () => {
  const { server, desk, pick } = aDesk()
  pick('a')
  await vi.advanceTimersByTimeAsync(1_000)
  await server.answer('vote.closed')
  await vi.advanceTimersByTimeAsync(20_000)
  expect([server.sent.length, desk.state.get()]).toEqual([1, { refused: 'vote.closed' }])
})

test('[VD4] what another tab has voted is taken over, but not over what is on its way from here', async () => {
  const { server, desk, pick } = aDesk()
  server.own = ballotFor('x')
  server.hasVoted = true
  await desk.load()
  expect([desk.draft.get().votes, desk.state.get()]).toEqual([{ x: 1 }, 'counted'])
  pick('a')
  await desk.load()
  await vi.advanceTimersByTimeAsync(1_000)
  await desk.load()
  expect(desk.draft.get().votes).toEqual({ a: 1 })
  await server.answer()
  expect(desk.state.get()).toBe('counted')
})

test('[VD4] who has voted and does not get the ballot back has voted secretly on another device', async () => {
  const { server, desk } = aDesk()
  server.hasVoted = true
  await desk.load()
  expect(desk.state.get()).toBe('sealed')
})

test('[VD4] an answer from before a change does not undo it', async () => {
  const { server, desk, pick } = aDesk()
  let answer: (vote: VoteResponse) => void = () => undefined
  server.calls.read = () => new Promise((resolve) => (answer = resolve))
  const loading = desk.load()
  pick('a')
  await vi.advanceTimersByTimeAsync(1_000)
  await server.answer()
  answer({ ownBallot: null, hasVoted: false } as VoteResponse)
  await loading
  expect([desk.draft.get().votes, desk.state.get()]).toEqual([{ a: 1 }, 'counted'])
})
