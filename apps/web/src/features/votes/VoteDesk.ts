import { ERRORS, type Ballot, type VoteResponse } from '@tafelrunde/protocol'
import type { VotePlan } from '@tafelrunde/schema/plain'
import { ApiError } from '../../api/callApi.ts'
import { createSource, type Source } from '../../sync/Source.ts'
import { ballotOf, draftOf, EMPTY_DRAFT, type BallotDraft } from './ballotDraft.ts'

/** Clicks that belong together are sent together. */
const GATHER_MS = 300
const TRY_AGAIN_MS = 3_000

/** `quiet`: nothing has been voted here; `sealed`: a secret ballot was cast with an earlier token of the seat. */
export type SaveState = 'quiet' | 'saving' | 'counted' | 'offline' | 'sealed' | { readonly refused: ApiError['code'] }

/** The two calls that a desk makes. */
export interface VoteCalls {
  read(): Promise<VoteResponse>
  put(ballot: Ballot): Promise<unknown>
}

/**
 * One person's work on one round.
 *
 * [VD1] What is filled in is sent at once, one ballot at a time, the newest last: an older one never comes after it.
 * [VD2] `counted` is said only when the server has answered for the newest ballot.
 * [VD3] Without a connection it is tried again until it succeeds or the round refuses it; what was filled in stays.
 * [VD4] What another tab of the seat has voted is taken over, unless something of this one is on its way.
 */
export class VoteDesk {
  readonly #calls: VoteCalls
  readonly #plan: VotePlan
  readonly #vote = createSource<VoteResponse | null>(null)
  readonly #draft = createSource<BallotDraft>(EMPTY_DRAFT)
  readonly #state = createSource<SaveState>('quiet')
  #unsent: Ballot | null = null
  #isSending = false
  /** Raised with every change, so that an answer from before one does not undo it. */
  #changes = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #reload: ReturnType<typeof setTimeout> | undefined
  #isStopped = false

  constructor(plan: VotePlan, calls: VoteCalls) {
    this.#plan = plan
    this.#calls = calls
  }

  /** Null until the first answer. */
  get vote(): Source<VoteResponse | null> {
    return this.#vote
  }

  get draft(): Source<BallotDraft> {
    return this.#draft
  }

  get state(): Source<SaveState> {
    return this.#state
  }

  /** Read the round; without a connection again and again. */
  async load(): Promise<void> {
    clearTimeout(this.#reload)
    const changes = this.#changes
    try {
      this.#take(await this.#calls.read(), { isCurrent: () => changes === this.#changes })
    } catch (error) {
      if (!isPassing(error)) throw error
      if (!this.#isStopped) this.#reload = setTimeout(() => void this.load(), TRY_AGAIN_MS)
    }
  }

  /** Fill in; counted in a moment. */
  change(draft: BallotDraft): void {
    if (draft === this.#draft.get()) return
    this.#changes++
    this.#draft.set(draft)
    this.#unsent = ballotOf(this.#plan, draft)
    this.#state.set('saving')
    this.#sendIn(GATHER_MS)
  }

  /** Send now what waits: the page is being left. */
  flush(): void {
    if (this.#unsent) this.#sendIn(0)
  }

  start(): void {
    this.#isStopped = false
    void this.load()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#reload)
    this.flush()
  }

  #take(vote: VoteResponse, { isCurrent }: { readonly isCurrent: () => boolean }): void {
    this.#vote.set(vote)
    if (this.#unsent || this.#isSending || !isCurrent()) return
    this.#draft.set(draftOf(vote.ownBallot))
    const isSealed = vote.hasVoted && !vote.ownBallot
    this.#state.set(isSealed ? 'sealed' : vote.ownBallot ? 'counted' : 'quiet')
  }

  #sendIn(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), ms)
  }

  async #send(): Promise<void> {
    const ballot = this.#unsent
    if (!ballot || this.#isSending) return
    this.#isSending = true
    this.#unsent = null
    try {
      await this.#calls.put(ballot)
      this.#isSending = false
      if (this.#unsent) return this.#sendIn(0)
      this.#state.set('counted')
    } catch (error) {
      this.#isSending = false
      if (isPassing(error)) return this.#tryAgain(ballot)
      this.#unsent = null
      if (!(error instanceof ApiError)) throw error
      this.#state.set(error.code === 'ballot.sealed' ? 'sealed' : { refused: error.code })
    }
  }

  #tryAgain(ballot: Ballot): void {
    this.#unsent ??= ballot
    this.#state.set('offline')
    if (!this.#isStopped) this.#sendIn(TRY_AGAIN_MS)
  }
}

/** Whether the same call may succeed in a moment. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  return error.code === 'network' || ERRORS[error.code].client === 'retry'
}
