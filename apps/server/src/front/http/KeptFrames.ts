/**
 * Frames on their way to a client, numbered from 1, kept until the client says that it has them: any answer may be cut
 * on the way and is asked for again.
 */
export class KeptFrames {
  /** Number of the last frame that the client has. */
  #confirmed = 0
  #frames: Uint8Array[] = []
  #bytes = 0

  /** Number of the last frame that there is. */
  get last(): number {
    return this.#confirmed + this.#frames.length
  }

  /** Bytes that are kept. */
  get bytes(): number {
    return this.#bytes
  }

  add(frame: Uint8Array): void {
    this.#frames.push(frame)
    this.#bytes += frame.length
  }

  /** The client has everything up to this number. False if it cannot be so: it never was sent, or was confirmed before. */
  confirm(number: number): boolean {
    if (number < this.#confirmed || number > this.last) return false
    for (const { length } of this.#frames.splice(0, number - this.#confirmed)) this.#bytes -= length
    this.#confirmed = number
    return true
  }

  /** The frames behind a number that are kept. */
  after(number: number): readonly Uint8Array[] {
    return this.#frames.slice(Math.max(number - this.#confirmed, 0))
  }

  clear(): void {
    this.#confirmed = this.last
    this.#frames = []
    this.#bytes = 0
  }
}
