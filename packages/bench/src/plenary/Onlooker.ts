interface Piece {
  readonly bytes: Buffer
  readonly at: number
}

/** A mark can be cut in two by the network; that much of a piece is looked at again with the next. */
const LONGEST_MARK_BYTES = 64

/**
 * Keeps what arrives at one client with its time, and looks for marks only when all is over: while it measures, the
 * process must not be the slow side.
 */
export class Onlooker {
  readonly kind: 'stream' | 'socket'
  #pieces: Piece[] = []

  constructor(kind: 'stream' | 'socket') {
    this.kind = kind
  }

  take(bytes: Buffer): void {
    this.#pieces.push({ bytes, at: performance.timeOrigin + performance.now() })
  }

  /** When a text was first complete here, epoch ms; null if it never was. Nothing before `since` counts. */
  seenAt(text: string, since: number): number | null {
    let rest: Buffer = Buffer.alloc(0)
    for (const { bytes, at } of this.#pieces) {
      if (at < since) continue
      if (Buffer.concat([rest, bytes]).includes(text)) return at
      rest = bytes.subarray(Math.max(0, bytes.length - LONGEST_MARK_BYTES))
    }
    return null
  }

  forget(): void {
    this.#pieces = []
  }
}
