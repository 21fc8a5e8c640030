import type { SeatId, WorkshopId } from '@tafelrunde/schema/plain'
import { Listeners } from '../live/Listeners.ts'

/** A hidden tab asks for the state every 15 s instead of listening; it is there in between. */
const LINGER_MS = 40_000

interface Watcher {
  open: number
  leaving: NodeJS.Timeout | null
}

/** Which seats have the cockpit of a workshop open, so that moderators know of one another. */
export class CockpitAudience {
  readonly #workshops = new Map<WorkshopId, Map<SeatId, Watcher>>()
  readonly #listeners = new Listeners<[workshopId: WorkshopId]>()

  /** Count a feed of the seat; gives back how to count it off, once. */
  enter(workshopId: WorkshopId, seatId: SeatId): () => void {
    const watchers = this.#workshops.get(workshopId) ?? new Map<SeatId, Watcher>()
    this.#workshops.set(workshopId, watchers)
    const watcher = watchers.get(seatId) ?? { open: 0, leaving: null }
    if (watcher.leaving) clearTimeout(watcher.leaving)
    watcher.leaving = null
    watcher.open += 1
    if (!watchers.has(seatId)) {
      watchers.set(seatId, watcher)
      this.#listeners.tell(workshopId)
    }
    let isCounted = true
    return () => {
      if (!isCounted) return
      isCounted = false
      watcher.open -= 1
      if (watcher.open > 0) return
      watcher.leaving = setTimeout(() => this.#forget(workshopId, seatId), LINGER_MS).unref()
    }
  }

  of(workshopId: WorkshopId): readonly SeatId[] {
    return [...(this.#workshops.get(workshopId)?.keys() ?? [])]
  }

  onChanged(listener: (workshopId: WorkshopId) => void): () => void {
    return this.#listeners.add(listener)
  }

  #forget(workshopId: WorkshopId, seatId: SeatId): void {
    const watchers = this.#workshops.get(workshopId)
    watchers?.delete(seatId)
    if (watchers?.size === 0) this.#workshops.delete(workshopId)
    this.#listeners.tell(workshopId)
  }
}
