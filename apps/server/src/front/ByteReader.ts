import { isUtf8 } from 'node:buffer'
import { AppError } from '@tafelrunde/protocol'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Containers inside a value; deeper ones would let a small frame exhaust the stack of whoever reads it. */
const MAX_VALUE_DEPTH = 32

/** Reads the lib0 encoding without building what it reads; everything that does not fit throws `update.malformed`. */
export class ByteReader {
  readonly bytes: Uint8Array
  pos = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get left(): number {
    return this.bytes.length - this.pos
  }

  byte(): number {
    if (this.pos >= this.bytes.length) throw malformed('ends too early')
    return this.bytes[this.pos++] as number
  }

  /** Unsigned integer of variable length, at most 2^53 - 1. */
  uint(): number {
    let value = 0
    let factor = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (value > Number.MAX_SAFE_INTEGER) throw malformed('a number is too large')
      if (byte < 128) return value
      factor *= 128
    }
  }

  /** A number of things that follow, each of at least `minBytes`; more than can follow is refused before any is read. */
  count(minBytes: number): number {
    const count = this.uint()
    if (count * minBytes > this.left) throw malformed('claims more parts than it has bytes')
    return count
  }

  /** The next `length` bytes, as a view. */
  take(length: number): Uint8Array {
    if (length > this.left) throw malformed('ends too early')
    const view = this.bytes.subarray(this.pos, this.pos + length)
    this.pos += length
    return view
  }

  /** A byte array with its length in front, as a view. */
  block(): Uint8Array {
    return this.take(this.uint())
  }

  /** A string; decoded, because its content decides something. */
  string(): string {
    const view = this.block()
    if (!isUtf8(view)) throw malformed('a text is not UTF-8')
    return decoder.decode(view)
  }

  /** Skip a byte array with its length in front. */
  skipBlock(): void {
    this.skip(this.uint())
  }

  skip(length: number): void {
    if (length > this.left) throw malformed('ends too early')
    this.pos += length
  }

  /**
   * Skip a string and return its length in UTF-16 units, which is what a Yjs clock counts. Plain ASCII, of which an
   * update can hold very many, is looked at where it stands.
   */
  skipString(): number {
    const length = this.uint()
    if (length > this.left) throw malformed('ends too early')
    const end = this.pos + length
    for (let at = this.pos; at < end; at += 1) if ((this.bytes[at] as number) > 127) return this.#skipUtf8(length)
    this.pos = end
    return length
  }

  #skipUtf8(length: number): number {
    const view = this.take(length)
    if (!isUtf8(view)) throw malformed('a text is not UTF-8')
    let units = 0
    for (const byte of view) {
      if ((byte & 0xc0) === 0x80) continue
      units += byte >= 0xf0 ? 2 : 1
    }
    return units
  }

  /** Skip a string that the reader will hand to JSON.parse. */
  skipJson(): void {
    const text = this.string()
    if (text === 'undefined') return
    if (isNestedTooDeeply(text)) throw malformed('a value is nested too deeply')
    try {
      JSON.parse(text)
    } catch {
      throw malformed('a value is not JSON')
    }
  }

  /** Skip one value of lib0's "any" encoding. */
  skipAny(depth = 0): void {
    if (depth > MAX_VALUE_DEPTH) throw malformed('a value is nested too deeply')
    const type = this.byte()
    switch (type) {
      case 127: // undefined
      case 126: // null
      case 121: // false
      case 120: // true
        return
      case 125:
        return this.#skipSigned()
      case 124:
        return this.skip(4)
      case 123:
      case 122:
        return this.skip(8)
      case 119:
        return void this.skipString()
      case 118: {
        for (let left = this.count(2); left > 0; left -= 1) {
          this.skipString()
          this.skipAny(depth + 1)
        }
        return
      }
      case 117: {
        for (let left = this.count(1); left > 0; left -= 1) this.skipAny(depth + 1)
        return
      }
      case 116:
        return this.skipBlock()
      default:
        throw malformed('a value has an unknown type')
    }
  }

  #skipSigned(): void {
    let byte = this.byte()
    let value = byte & 63
    let factor = 64
    while (byte >= 128) {
      byte = this.byte()
      value += (byte & 127) * factor
      factor *= 128
      if (value > Number.MAX_SAFE_INTEGER) throw malformed('a number is too large')
    }
  }
}

/** Counts brackets in texts, too: no honest value comes near the bound. */
function isNestedTooDeeply(json: string): boolean {
  let depth = 0
  for (let i = 0; i < json.length && depth <= MAX_VALUE_DEPTH; i += 1) {
    const char = json.charCodeAt(i)
    if (char === 0x5b || char === 0x7b) depth += 1
    else if (char === 0x5d || char === 0x7d) depth -= 1
  }
  return depth > MAX_VALUE_DEPTH
}

/** The refusal of bytes that are not what they claim to be. */
export function malformed(what: string): AppError {
  return new AppError('update.malformed', what)
}
