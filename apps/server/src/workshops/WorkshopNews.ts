import type { WorkshopId } from '@tafelrunde/schema/plain'

/** What changed besides documents: lists that moderators see live. */
export type NewsTopic = 'seats' | 'links' | 'tray' | 'snapshots'

/** Tells the live feeds that a list of a workshop is not what it was; they read it again themselves. */
export class WorkshopNews {
  readonly #listeners = new Set<(workshopId: WorkshopId, topic: NewsTopic) => void>()

  tell(workshopId: WorkshopId, topic: NewsTopic): void {
    for (const listener of this.#listeners) listener(workshopId, topic)
  }

  onNews(listener: (workshopId: WorkshopId, topic: NewsTopic) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
