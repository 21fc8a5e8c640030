import { setImmediate as nextTurn } from 'node:timers/promises'
import { prepareLanguage, type Language } from '@tafelrunde/likeness'
import type { Offer } from '@tafelrunde/protocol'
import type { GroupId, WorkshopId } from '@tafelrunde/schema/plain'
import { Coalescer } from '../../live/Coalescer.ts'
import type { ServerParts } from '../../ServerParts.ts'
import type { LivePlenary, PlenaryWatch } from '../LivePlenary.ts'
import { readDecisions } from '../readDecisions.ts'
import { DuplicateFinder } from './DuplicateFinder.ts'

/** Offers may lag behind the view: they are read, not watched. */
const INTERVAL_MS = 250

/** So long comparing goes on before all others have their turn; a whole workshop takes many such slices. */
const SLICE_MS = 8

/** Called with all offers after each change. */
export type OffersListener = (offers: readonly Offer[]) => void

type Parts = Pick<ServerParts, 'documents' | 'runStates' | 'log'> & { readonly plenary: LivePlenary }

/** What is offered in one workshop, kept current while it is held; see LiveOffers for the rules. */
export class WorkshopOffers {
  readonly #parts: Parts
  readonly #workshopId: WorkshopId
  readonly #listeners = new Set<OffersListener>()
  readonly #coalescer: Coalescer
  #finder: DuplicateFinder | null = null
  #watch: PlenaryWatch | null = null
  #starting: Promise<void> | null = null
  #different: readonly string[] = []
  #hasChangedDecisions = true
  #offers: readonly Offer[] = []
  #isClosed = false

  constructor(parts: Parts, workshopId: WorkshopId) {
    this.#parts = parts
    this.#workshopId = workshopId
    this.#coalescer = new Coalescer(INTERVAL_MS, () => this.#refresh())
  }

  isWatched(): boolean {
    return this.#listeners.size > 0
  }

  /** Resolves when the offers are those of the view as of now. @throws AppError `workshop.unknown` */
  async settled(): Promise<void> {
    this.#starting ??= this.#start().catch((cause: unknown) => {
      this.#starting = null
      throw cause
    })
    await this.#starting
    await this.#parts.plenary.view(this.#workshopId)
    await this.#coalescer.served()
  }

  offers(): readonly Offer[] {
    return this.#offers
  }

  offersForBoard(groupId: GroupId): readonly Offer[] {
    return this.#finder?.offersForBoard(groupId, this.#different) ?? []
  }

  listen(listener: OffersListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  decisionsChanged(): void {
    this.#hasChangedDecisions = true
    if (this.#watch) this.#coalescer.wish()
  }

  close(): void {
    this.#isClosed = true
    this.#watch?.stop()
    this.#coalescer.stop()
    this.#listeners.clear()
  }

  async #start(): Promise<void> {
    const run = await this.#parts.runStates.load(this.#workshopId)
    for (const language of ['de', 'en'] satisfies Language[]) {
      prepareLanguage(language)
      await nextTurn()
    }
    this.#finder = new DuplicateFinder(run.workshop.language)
    this.#watch = await this.#parts.plenary.watch(this.#workshopId, () => this.#coalescer.wish())
    if (this.#isClosed) this.#watch.stop()
    this.#coalescer.wish()
  }

  async #refresh(): Promise<void> {
    const [finder, watch] = [this.#finder, this.#watch]
    if (!finder || !watch) return
    try {
      if (this.#hasChangedDecisions) {
        this.#hasChangedDecisions = false
        this.#different = (await readDecisions(this.#parts.documents, this.#workshopId)).different ?? []
      }
      const view = watch.view()
      let turnEndsAt = performance.now() + SLICE_MS
      for (const _ of finder.update(view)) {
        if (performance.now() < turnEndsAt) continue
        await nextTurn()
        if (this.#isClosed) return
        turnEndsAt = performance.now() + SLICE_MS
      }
      const offers = finder.offersFor(view, this.#different)
      if (JSON.stringify(offers) === JSON.stringify(this.#offers)) return
      this.#offers = offers
      for (const listener of this.#listeners) listener(offers)
    } catch (cause) {
      // The offers stay as they were; the next change tries again.
      this.#hasChangedDecisions = true
      this.#parts.log.error('offers.failed', { workshopId: this.#workshopId }, cause)
    }
  }
}
