/**
 * Work that takes milliseconds, of many askers: each piece runs in a turn of the event loop of its own, in the order in
 * which it was asked for.
 *
 * After a stall of the disk everybody's edits of seconds are there at once; merged in one turn they would hold up
 * cursors, timers and other boards for as long as all of them take.
 */
export class WorkTurns {
  readonly #waiting: (() => void)[] = []

  /** Run it when those before it have run; never at once. */
  take(work: () => void): void {
    this.#waiting.push(work)
    if (this.#waiting.length === 1) setImmediate(() => this.#strike())
  }

  /** A piece that throws takes the turn of nobody else. */
  #strike(): void {
    const work = this.#waiting[0]
    try {
      work?.()
    } finally {
      this.#waiting.shift()
      if (this.#waiting.length > 0) setImmediate(() => this.#strike())
    }
  }
}
