import type { WorkshopId } from '@tafelrunde/schema/plain'
import { Listeners } from '../live/Listeners.ts'

/** What changed besides documents: lists that moderators see live. */
export type NewsTopic =
  | 'seats'
  | 'seating'
  | 'links'
  | 'tray'
  | 'snapshots'
  | 'checks'
  | 'notes'
  | 'screen'
  | 'votes'
  | 'hidden'

/** Tells the live feeds that a list of a workshop is not what it was; they read it again themselves. */
export class WorkshopNews {
  readonly #listeners = new Listeners<[workshopId: WorkshopId, topic: NewsTopic]>()

  tell(workshopId: WorkshopId, topic: NewsTopic): void {
    this.#listeners.tell(workshopId, topic)
  }

  onNews(listener: (workshopId: WorkshopId, topic: NewsTopic) => void): () => void {
    return this.#listeners.add(listener)
  }
}
