/** One thing in a body: a sign of life, a frame, or the end of the connection. */
export type Entry =
  | { readonly type: 'keepAlive' }
  | { readonly type: 'frame'; readonly frame: Uint8Array<ArrayBuffer> }
  | { readonly type: 'close'; readonly code: number; readonly reason: string }

const KIND = { keepAlive: 0, frame: 1, close: 2 } as const

/** A length of more bytes than this is no length; 2^35 is far beyond every limit. */
const MAX_VARUINT_BYTES = 5

/** Reasons are codes of an error table; WebSockets allow 123 bytes, too. */
const MAX_REASON_BYTES = 123

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Bytes that are no entries. */
export class MalformedEntries extends Error {
  override readonly name = 'MalformedEntries'
}

/** The entry that says no more than that somebody is there. */
export function keepAliveEntry(): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(KIND.keepAlive)
}

/** What stands before a frame of `length` bytes in its entry; for those who send the same frame to many. */
export function frameHead(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([KIND.frame, ...varuint(length)])
}

/** The entry of a frame: its kind, its length in bytes, its bytes. */
export function frameEntry(frame: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = frameHead(frame.length)
  const entry = new Uint8Array(head.length + frame.length)
  entry.set(head)
  entry.set(frame, head.length)
  return entry
}

/** The entry that ends a connection, with a WebSocket close code and a short reason. Nothing comes after it. */
export function closeEntry(code: number, reason: string): Uint8Array<ArrayBuffer> {
  const text = encoder.encode(reason).subarray(0, MAX_REASON_BYTES)
  return Uint8Array.from([KIND.close, ...varuint(code), ...varuint(text.length), ...text])
}

/**
 * Takes entries apart as their bytes arrive, however they are cut.
 *
 * Holds no more than one entry that is not whole yet; a length beyond `maxFrameBytes` is refused before its bytes come,
 * more than `maxEntries` before they are built.
 */
export class EntryReader {
  readonly #maxFrameBytes: number
  #entriesLeft: number
  #bytes = new Uint8Array(1024)
  #start = 0
  #end = 0

  /** @param limits `maxEntries`: of all that is read; none if not given */
  constructor(limits: { readonly maxFrameBytes: number; readonly maxEntries?: number }) {
    this.#maxFrameBytes = limits.maxFrameBytes
    this.#entriesLeft = limits.maxEntries ?? Number.POSITIVE_INFINITY
  }

  /** Whether everything that came was whole entries. */
  get isAtEntryEnd(): boolean {
    return this.#start === this.#end
  }

  /** Take bytes in and give back the entries that are whole now. @throws MalformedEntries */
  read(chunk: Uint8Array): Entry[] {
    this.#append(chunk)
    const entries: Entry[] = []
    for (let entry = this.#next(); entry; entry = this.#next()) {
      this.#entriesLeft -= 1
      if (this.#entriesLeft < 0) throw new MalformedEntries('there are too many entries')
      entries.push(entry)
    }
    return entries
  }

  #append(chunk: Uint8Array): void {
    const waiting = this.#end - this.#start
    const needed = waiting + chunk.length
    if (this.#end + chunk.length > this.#bytes.length) {
      // Twice the room each time: a large entry that comes in small pieces is not copied with every piece.
      const target =
        needed > this.#bytes.length ? new Uint8Array(Math.max(needed, 2 * this.#bytes.length)) : this.#bytes
      target.set(this.#bytes.subarray(this.#start, this.#end))
      this.#bytes = target
      this.#start = 0
      this.#end = waiting
    }
    this.#bytes.set(chunk, this.#end)
    this.#end += chunk.length
  }

  #next(): Entry | null {
    if (this.#start === this.#end) return null
    const at = this.#start
    const kind = this.#bytes[at]
    if (kind === KIND.keepAlive) {
      this.#start = at + 1
      return { type: 'keepAlive' }
    }
    if (kind === KIND.frame) return this.#frame(at + 1)
    if (kind === KIND.close) return this.#close(at + 1)
    throw new MalformedEntries(`an entry has the unknown kind ${kind}`)
  }

  #frame(at: number): Entry | null {
    const length = this.#varuint(at)
    if (!length) return null
    if (length.value > this.#maxFrameBytes) throw new MalformedEntries('a frame is too large')
    const frame = this.#take(length.end, length.value)
    return frame && { type: 'frame', frame }
  }

  #close(at: number): Entry | null {
    const code = this.#varuint(at)
    const length = code && this.#varuint(code.end)
    if (!length) return null
    if (length.value > MAX_REASON_BYTES) throw new MalformedEntries('a reason is too long')
    const reason = this.#take(length.end, length.value)
    return reason && { type: 'close', code: code.value, reason: decoder.decode(reason) }
  }

  #take(at: number, length: number): Uint8Array<ArrayBuffer> | null {
    if (at + length > this.#end) return null
    this.#start = at + length
    return this.#bytes.slice(at, at + length)
  }

  #varuint(at: number): { readonly value: number; readonly end: number } | null {
    let value = 0
    for (let index = 0; at + index < this.#end; index += 1) {
      if (index === MAX_VARUINT_BYTES) throw new MalformedEntries('a number is too large')
      const byte = this.#bytes[at + index] as number
      value += (byte & 127) * 128 ** index
      if (byte < 128) return { value, end: at + index + 1 }
    }
    return null
  }
}

function varuint(value: number): number[] {
  const bytes: number[] = []
  let left = value
  while (left > 127) {
    bytes.push((left % 128) | 128)
    left = Math.floor(left / 128)
  }
  bytes.push(left)
  return bytes
}
