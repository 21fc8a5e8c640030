import { parseDocumentName, type Offer } from '@tafelrunde/protocol'
import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'
import type { ServerParts } from '../../ServerParts.ts'
import type { LivePlenary } from '../LivePlenary.ts'
import { WorkshopOffers, type OffersListener } from './WorkshopOffers.ts'

/** How long the notes of a workshop that nobody watches stay compared, for the next who asks. */
const IDLE_MS = 60_000

type Parts = Pick<ServerParts, 'documents' | 'runStates' | 'log'> & { readonly plenary: LivePlenary }

/**
 * Near-duplicates of every workshop that a moderator looks at. Nothing of it is ever applied: offers are read, and only
 * a decision of the plenary folds.
 *
 * [OF1] A note is compared again only when it has changed. Comparing never holds up the server: it goes in slices.
 * [OF2] What is folded together, lies in one cluster of its board or was told apart is not offered, over restarts.
 *
 * Where nobody looks at offers, nothing is compared.
 */
export class LiveOffers {
  readonly #parts: Parts
  readonly #workshops = new Map<WorkshopId, WorkshopOffers>()
  readonly #idleTimers = new Map<WorkshopId, NodeJS.Timeout>()
  readonly #unsubscribe: () => void

  constructor(parts: Parts) {
    this.#parts = parts
    this.#unsubscribe = parts.documents.onChanged((name) => {
      const parsed = parseDocumentName(name)
      if (parsed?.kind === 'plenary') this.#workshops.get(parsed.id as WorkshopId)?.decisionsChanged()
    })
  }

  /** What is offered to the plenary as of now. @throws AppError `workshop.unknown` */
  async ofPlenary(workshopId: WorkshopId): Promise<readonly Offer[]> {
    return this.#hold(workshopId, async (workshop) => {
      await workshop.settled()
      return workshop.offers()
    })
  }

  /** What is offered for the notes of one board as of now. @throws AppError `workshop.unknown` */
  async ofBoard(workshopId: WorkshopId, groupId: GroupId): Promise<readonly Offer[]> {
    return this.#hold(workshopId, async (workshop) => {
      await workshop.settled()
      return workshop.offersForBoard(groupId)
    })
  }

  /** Calls back with what is offered now, and after every change until the returned function is called. */
  watch(workshopId: WorkshopId, listener: OffersListener): () => void {
    const workshop = this.#workshopOf(workshopId)
    const stop = workshop.listen(listener)
    let isStopped = false
    void workshop
      .settled()
      .then(() => {
        if (!isStopped) listener(workshop.offers())
      })
      .catch((cause: unknown) => {
        // Offers are a help: the plenary goes on without them.
        this.#parts.log.error('offers.failed', { workshopId }, cause)
      })
    return () => {
      isStopped = true
      stop()
      this.#dropWhenIdle(workshopId)
    }
  }

  close(): void {
    this.#unsubscribe()
    for (const timer of this.#idleTimers.values()) clearTimeout(timer)
    for (const workshop of this.#workshops.values()) workshop.close()
    this.#workshops.clear()
  }

  async #hold<T>(workshopId: WorkshopId, read: (workshop: WorkshopOffers) => Promise<T>): Promise<T> {
    try {
      return await read(this.#workshopOf(workshopId))
    } finally {
      this.#dropWhenIdle(workshopId)
    }
  }

  #workshopOf(workshopId: WorkshopId): WorkshopOffers {
    clearTimeout(this.#idleTimers.get(workshopId))
    this.#idleTimers.delete(workshopId)
    const workshop = this.#workshops.get(workshopId) ?? new WorkshopOffers(this.#parts, workshopId)
    this.#workshops.set(workshopId, workshop)
    return workshop
  }

  #dropWhenIdle(workshopId: WorkshopId): void {
    clearTimeout(this.#idleTimers.get(workshopId))
    this.#idleTimers.delete(workshopId)
    const workshop = this.#workshops.get(workshopId)
    if (!workshop || workshop.isWatched()) return
    const timer = setTimeout(() => {
      workshop.close()
      this.#workshops.delete(workshopId)
      this.#idleTimers.delete(workshopId)
    }, IDLE_MS)
    this.#idleTimers.set(workshopId, timer.unref())
  }
}
