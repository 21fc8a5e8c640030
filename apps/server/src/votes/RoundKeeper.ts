import type { RunState, VoteRoundId, WorkshopId } from '@tafelrunde/schema/plain'
import { reconcileRounds } from './reconcileRounds.ts'
import type { VoteParts } from './roundOf.ts'

/**
 * Looks once at each open round that becomes known, usually at the first reader after a start: people must not stand
 * before a vote that is none. What fails is tried again before the next vote is opened.
 */
export class RoundKeeper {
  readonly #parts: VoteParts
  readonly #seen = new Set<VoteRoundId>()
  readonly #unsubscribe: () => void

  constructor(parts: VoteParts) {
    this.#parts = parts
    this.#unsubscribe = parts.runStates.onKnown((workshopId, run) => this.#known(workshopId, run))
  }

  close(): void {
    this.#unsubscribe()
  }

  #known(workshopId: WorkshopId, { rounds }: RunState): void {
    const fresh = rounds.filter(({ id, closedAt }) => closedAt === null && !this.#seen.has(id))
    if (fresh.length === 0) return
    for (const { id } of fresh) this.#seen.add(id)
    reconcileRounds(this.#parts, workshopId).catch((cause: unknown) => {
      this.#parts.log.error('vote.notReconciled', { workshopId }, cause)
    })
  }
}
