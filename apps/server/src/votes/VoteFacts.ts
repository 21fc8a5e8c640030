import type { VoteOption, VoteResults } from '@tafelrunde/protocol'
import type { VoteRound, VoteRoundId } from '@tafelrunde/schema/plain'
import { tallyVotes } from './tallyVotes.ts'
import type { VoteStore } from './VoteStore.ts'

/** Rounds that are remembered; a day has fewer, several days at once rarely more. */
const MAX_ROUNDS = 200

/**
 * What of a round never changes is read once, however many people ask at the same moment: its options, and its figures
 * once it is closed. Figures of an open round are counted anew each time.
 */
export class VoteFacts {
  readonly #votes: VoteStore
  readonly #options = new Map<VoteRoundId, Promise<readonly VoteOption[]>>()
  readonly #results = new Map<VoteRoundId, Promise<VoteResults>>()

  constructor(votes: VoteStore) {
    this.#votes = votes
  }

  options(roundId: VoteRoundId): Promise<readonly VoteOption[]> {
    return remember(this.#options, roundId, () => this.#votes.options(roundId))
  }

  /** The caller decides who may know them. */
  results(round: VoteRound, { isClosed }: { readonly isClosed: boolean }): Promise<VoteResults> {
    if (!isClosed) return this.#count(round)
    return remember(this.#results, round.id, () => this.#count(round))
  }

  async #count(round: VoteRound): Promise<VoteResults> {
    const [options, ballots] = await Promise.all([this.options(round.id), this.#votes.ballots(round.id)])
    return tallyVotes(round.plan, options, ballots)
  }
}

function remember<T>(kept: Map<VoteRoundId, Promise<T>>, id: VoteRoundId, read: () => Promise<T>): Promise<T> {
  const known = kept.get(id)
  if (known) return known
  const reading = read()
  kept.set(id, reading)
  reading.catch(() => kept.delete(id))
  const oldest = kept.keys().next()
  if (kept.size > MAX_ROUNDS && !oldest.done) kept.delete(oldest.value)
  return reading
}
