import type { ShownPage } from '@tafelrunde/protocol'
import type { WorkshopId } from '@tafelrunde/schema/plain'

/** Workshops of one day on one server, many times over; beyond it the ones that were silent longest are forgotten. */
const MOST_WORKSHOPS = 1_000

/** What the screens of each workshop said last; nothing that has to outlive the process. */
export class ShownPages {
  readonly #pages = new Map<WorkshopId, ShownPage>()

  note(workshopId: WorkshopId, page: ShownPage): void {
    this.#pages.delete(workshopId)
    this.#pages.set(workshopId, page)
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > MOST_WORKSHOPS && oldest !== undefined) this.#pages.delete(oldest)
  }

  of(workshopId: WorkshopId): ShownPage | null {
    return this.#pages.get(workshopId) ?? null
  }
}
