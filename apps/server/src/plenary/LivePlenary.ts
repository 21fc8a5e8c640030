import { parseDocumentName } from '@tafelrunde/protocol'
import type { PlenaryPatch, PlenaryView, WorkshopId } from '@tafelrunde/schema/plain'
import type { FeedEvent } from '../live/FeedEvent.ts'
import type { ServerParts } from '../ServerParts.ts'
import { PlenaryProjection } from './PlenaryProjection.ts'

/** How long a projection that nobody watches is kept for the next reader. */
const IDLE_MS = 60_000

/** How a view differs from the one before, as it travels. */
export interface PlenaryChange extends FeedEvent {
  readonly event: 'patch'
  readonly data: { readonly patch: PlenaryPatch }
}

/** Called after each change; with the same object for all who watch, so that it is written out once. */
export type PlenaryListener = (change: PlenaryChange) => void

/** A look at the merged view that goes on until `stop`. */
export interface PlenaryWatch {
  /** The view that the next patch applies to. */
  view(): PlenaryView
  stop(): void
}

/**
 * The merged view of every workshop that somebody looks at, kept current.
 *
 * [LP1] A board is read again only when it has changed; all others are taken as they were read before.
 * [LP2] At most ten views a second per workshop, whatever the boards do; at most five where many people look on.
 * [LP3] A watcher gets every patch after the view that it has read, each once and in order.
 * [LP4] Projections that nobody has looked at for a minute are dropped.
 */
export class LivePlenary {
  readonly #parts: Pick<ServerParts, 'documents' | 'runStates' | 'submissions' | 'votes' | 'log'>
  readonly #projections = new Map<WorkshopId, PlenaryProjection>()
  readonly #idleTimers = new Map<WorkshopId, NodeJS.Timeout>()
  readonly #unsubscribe: readonly (() => void)[]

  constructor(parts: Pick<ServerParts, 'documents' | 'runStates' | 'submissions' | 'votes' | 'log'>) {
    this.#parts = parts
    this.#unsubscribe = [
      parts.documents.onChanged((name) => {
        const parsed = parseDocumentName(name)
        if (!parsed) return
        for (const projection of this.#projections.values()) projection.documentChanged(parsed)
      }),
      parts.runStates.onChanged((workshopId, run) => this.#projections.get(workshopId)?.runChanged(run)),
    ]
  }

  /** The view as of now. @throws AppError `workshop.unknown` */
  async view(workshopId: WorkshopId): Promise<PlenaryView> {
    const watch = await this.watch(workshopId, () => undefined)
    watch.stop()
    return watch.view()
  }

  /** The view as of now, and every patch from then on until `stop`. */
  async watch(workshopId: WorkshopId, listener: PlenaryListener): Promise<PlenaryWatch> {
    const projection = this.#projectionOf(workshopId)
    this.#keep(workshopId)
    try {
      const watch = await projection.watch(listener)
      const stop = (): void => {
        watch.stop()
        this.#dropWhenIdle(workshopId)
      }
      return { view: () => watch.view(), stop }
    } catch (cause) {
      this.#dropWhenIdle(workshopId)
      throw cause
    }
  }

  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    for (const timer of this.#idleTimers.values()) clearTimeout(timer)
    for (const projection of this.#projections.values()) projection.close()
    this.#projections.clear()
  }

  #projectionOf(workshopId: WorkshopId): PlenaryProjection {
    const known = this.#projections.get(workshopId)
    if (known) return known
    const projection = new PlenaryProjection(this.#parts, workshopId)
    this.#projections.set(workshopId, projection)
    return projection
  }

  #keep(workshopId: WorkshopId): void {
    clearTimeout(this.#idleTimers.get(workshopId))
    this.#idleTimers.delete(workshopId)
  }

  #dropWhenIdle(workshopId: WorkshopId): void {
    this.#keep(workshopId)
    if (this.#projections.get(workshopId)?.isWatched() ?? true) return
    const timer = setTimeout(() => {
      this.#projections.get(workshopId)?.close()
      this.#projections.delete(workshopId)
      this.#idleTimers.delete(workshopId)
    }, IDLE_MS)
    this.#idleTimers.set(workshopId, timer.unref())
  }
}
