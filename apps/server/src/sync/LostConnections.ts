import type { DocumentName } from '@tafelrunde/protocol'
import type { SeatId } from '@tafelrunde/schema/plain'
import type { LostConnection } from '../seams.ts'

/** Long enough for a moderator to notice, short enough that yesterday's train tunnel is no trouble of today. */
const REMEMBERED_MS = 120_000

/** Whose connections broke off lately, per document; a seat counts once, with the last time. */
export class LostConnections {
  readonly #now: () => number
  readonly #documents = new Map<DocumentName, Map<SeatId, number>>()

  constructor(now: () => number) {
    this.#now = now
  }

  note(name: DocumentName, seatId: SeatId): void {
    this.#forgetOld()
    const lost = this.#documents.get(name) ?? new Map<SeatId, number>()
    lost.set(seatId, this.#now())
    this.#documents.set(name, lost)
  }

  of(name: DocumentName): readonly LostConnection[] {
    this.#forgetOld()
    return Array.from(this.#documents.get(name) ?? [], ([seatId, at]) => ({ seatId, at }))
  }

  #forgetOld(): void {
    const oldest = this.#now() - REMEMBERED_MS
    for (const [name, lost] of this.#documents) {
      for (const [seatId, at] of lost) if (at < oldest) lost.delete(seatId)
      if (lost.size === 0) this.#documents.delete(name)
    }
  }
}
