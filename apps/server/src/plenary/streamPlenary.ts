import { isModerating } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import type { Feed, FeedEvent, FeedOutlet } from '../live/FeedEvent.ts'
import { runEventOf } from '../live/runEventOf.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { LivePlenary } from './LivePlenary.ts'
import type { LiveOffers } from './duplicates/LiveOffers.ts'
import { mayReadPlenary } from './mayReadPlenary.ts'

type Parts = Pick<ServerParts, 'runStates' | 'liveSeats' | 'now' | 'log'> & {
  readonly plenary: LivePlenary
  readonly offers: LiveOffers
}

/**
 * Everything that a plenary page or a screen needs, as one feed: first `state`, then `patch`, `run`, `closed`, and
 * `state` again when the plenary opens anew; moderators get `offers` too. What the seat may see is asked anew with every step and every change of
 * the seat; from the moment that it may not, no patch is sent.
 */
export async function streamPlenary(parts: Parts, seat: Seat, outlet: FeedOutlet): Promise<Feed> {
  const feed = new PlenaryFeed(parts, seat, outlet)
  await feed.start()
  return feed
}

class PlenaryFeed implements Feed {
  readonly #parts: Parts
  readonly #outlet: FeedOutlet
  #seat: Seat
  #stopWatching: (() => void) | null = null
  #stopOffers: (() => void) | null = null
  #unsubscribe: readonly (() => void)[] = []
  #isStopped = false
  /** Openings and closings happen one after another, in the order of their causes. */
  #turn: Promise<void> = Promise.resolve()

  constructor(parts: Parts, seat: Seat, outlet: FeedOutlet) {
    this.#parts = parts
    this.#seat = seat
    this.#outlet = outlet
  }

  async start(): Promise<void> {
    const { workshopId } = this.#seat
    const run = await this.#parts.runStates.load(workshopId)
    this.#unsubscribe = [
      this.#parts.runStates.onChanged((changedId, changed) => {
        if (changedId !== workshopId) return
        if (!this.#isStopped) this.#outlet.send(runEventOf(changed, this.#parts.now))
        this.#settle()
      }),
      this.#parts.liveSeats.onSeatChanged((seatId, seat) => {
        if (seatId !== this.#seat.id) return
        if (seat) this.#seat = seat
        else this.#outlet.end()
        this.#settleOffers()
        this.#settle()
      }),
    ]
    if (mayReadPlenary(run, this.#seat)) await this.#open()
    else this.#send('state', { view: null, run, serverTime: this.#parts.now() })
  }

  stop(): void {
    this.#isStopped = true
    this.#close()
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
  }

  #settle(): void {
    const run = this.#parts.runStates.current(this.#seat.workshopId)
    if (run && !mayReadPlenary(run, this.#seat) && this.#stopWatching) {
      this.#close()
      this.#send('closed', {})
    }
    this.#turn = this.#turn
      .then(() => this.#openIfAllowed())
      .catch((cause: unknown) => {
        // The page keeps what it shows; the next step or change tries again.
        this.#parts.log.error('plenary.failed', { workshopId: this.#seat.workshopId }, cause)
      })
  }

  async #openIfAllowed(): Promise<void> {
    const run = this.#parts.runStates.current(this.#seat.workshopId)
    if (run && !this.#stopWatching && mayReadPlenary(run, this.#seat)) await this.#open()
  }

  async #open(): Promise<void> {
    const { workshopId } = this.#seat
    let hasState = false
    const watch = await this.#parts.plenary.watch(workshopId, (change) => {
      if (hasState && !this.#isStopped) this.#outlet.send(change)
    })
    const run = this.#parts.runStates.current(workshopId) as RunState
    if (this.#isStopped || !mayReadPlenary(run, this.#seat)) return watch.stop()
    this.#stopWatching = () => watch.stop()
    this.#send('state', { view: watch.view(), run, serverTime: this.#parts.now() })
    hasState = true
    this.#settleOffers()
  }

  #close(): void {
    this.#stopWatching?.()
    this.#stopWatching = null
    this.#settleOffers()
  }

  /** Offers go to moderators only, and only beside a view. */
  #settleOffers(): void {
    const isWanted = this.#stopWatching !== null && isModerating(this.#seat.role)
    if (isWanted) {
      this.#stopOffers ??= this.#parts.offers.watch(this.#seat.workshopId, (offers) => this.#send('offers', { offers }))
    } else {
      this.#stopOffers?.()
      this.#stopOffers = null
    }
  }

  #send(event: string, data: FeedEvent['data']): void {
    if (!this.#isStopped) this.#outlet.send({ event, data })
  }
}
