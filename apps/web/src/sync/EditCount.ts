import { readUnsentEdits, writeUnsentEdits } from './unsentEdits.ts'

/** A document of a seat on this device. */
export interface CountedDocument {
  readonly seatId: string
  readonly name: string
}

/**
 * The edits of a document that the server has not confirmed: how many the engine counts on the present link, since when,
 * and the number that this device keeps for the time after a reload.
 */
export class EditCount {
  private readonly document: CountedDocument
  /** Whether this tab has told of some: only it may say that they are gone, another tab has edits of its own. */
  private isKept: boolean
  /** As the engine counts them, its handshake included; true only while synced. */
  private count = 0
  /** When each of them was sent; confirmations come in order. */
  private sentAt: number[] = []
  /** What this device had not got rid of when it was last used. */
  readonly atStart: number

  constructor(document: CountedDocument) {
    this.document = document
    this.atStart = readUnsentEdits(document.seatId, document.name)
    this.isKept = this.atStart > 0
  }

  get underWay(): number {
    return this.count
  }

  /** When the oldest of them was sent, epoch milliseconds; null when there is none. */
  get sentSince(): number | null {
    return this.sentAt[0] ?? null
  }

  /** A new link counts from nothing. */
  restart(): void {
    this.count = 0
    this.sentAt = []
  }

  counted(count: number): void {
    this.count = count
    if (count < this.sentAt.length) this.sentAt.splice(0, this.sentAt.length - count)
    while (this.sentAt.length < count) this.sentAt.push(Date.now())
  }

  /** Remember how many are not confirmed, for a reload without a connection. */
  keep(count: number): void {
    if (count === 0 && !this.isKept) return
    this.isKept = count > 0
    writeUnsentEdits(this.document.seatId, this.document.name, count)
  }
}
