import { AppError } from '@tafelrunde/protocol'
import { newId, type RunState, type VoteRound, type VoteRoundId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { aRunState } from '../testing/aRunState.ts'
import { reconcileRounds } from './reconcileRounds.ts'
import type { StoredRound } from './VoteStore.ts'

type Parts = Parameters<typeof reconcileRounds>[0]

const aRound = (number: number, closedAt: number | null = null): VoteRound =>
  ({ id: newId<VoteRoundId>(), stepId: null, number, plan: {}, openedAt: 1, closedAt }) as unknown as VoteRound

/** A run state on the disk with these rounds; a store that knows what it is given; what is in memory knows none. */
function aWorkshop(rounds: readonly VoteRound[], store: (id: VoteRoundId) => Promise<StoredRound | null>) {
  let document = aRunState({ rounds })
  let writes = 0
  const events: string[] = []
  const parts = {
    runStates: {
      load: async () => aRunState(),
      change: async (_id: WorkshopId, next: (run: RunState) => RunState) => {
        const changed = next(document)
        if (changed !== document) writes += 1
        document = changed
        return document
      },
    },
    votes: { round: store },
    audit: {
      append: async ({ event, seatId }: { event: string; seatId: string | null }) => events.push(`${event} ${seatId}`),
    },
    log: { warn: () => undefined, info: () => undefined },
    news: { tell: () => undefined },
    now: () => 9,
  } as unknown as Parts
  const workshopId = document.workshop.id as WorkshopId
  return {
    reconcile: () => reconcileRounds(parts, workshopId),
    rounds: () => document.rounds,
    writes: () => writes,
    events,
  }
}

const stored = (closedAt: number | null): StoredRound => ({ workshopId: newId(), closedAt, eligible: null })

test('[VT2] an open round that the store does not know is taken out, though the memory knows nothing of it', async () => {
  const [earlier, left] = [aRound(1, 5), aRound(2)]
  const workshop = aWorkshop([earlier, left], async () => null)
  expect((await workshop.reconcile()).rounds).toEqual([earlier])
  expect(workshop.rounds()).toEqual([earlier])
  expect(workshop.events).toEqual([])
})

test('[VT2] an open round that the store has closed is closed with its time, as nobody’s act', async () => {
  const workshop = aWorkshop([aRound(1)], async () => stored(7))
  expect((await workshop.reconcile()).rounds).toMatchObject([{ closedAt: 7 }])
  expect(workshop.events).toEqual(['vote.closed null'])
})

test('[VT2] where both agree nothing is written', async () => {
  const workshop = aWorkshop([aRound(1, 5), aRound(2)], async () => stored(null))
  await workshop.reconcile()
  expect(workshop.writes()).toBe(0)
})

test('[VT2] a store that cannot be read takes no round away', async () => {
  const open = aRound(1)
  const workshop = aWorkshop([open], () => Promise.reject(new AppError('storage.unavailable', 'no disk')))
  await expect(workshop.reconcile()).rejects.toThrow(AppError)
  expect(workshop.rounds()).toEqual([open])
})
