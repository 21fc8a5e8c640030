import { createHash, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

const FIN_BINARY = 0x82
const FIN_PONG = 0x8a
const OPCODE_CONTINUATION = 0
const OPCODE_BINARY = 2
const OPCODE_CLOSE = 8
const OPCODE_PING = 9
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** What a socket tells its owner. */
export interface LeanSocketEvents {
  onOpen(): void
  /** A binary message. The bytes may be kept. */
  onFrame(frame: Uint8Array): void
  onClose(reason: string): void
}

/**
 * The client half of a WebSocket over loopback: binary messages, no compression, no copies of what arrives.
 *
 * The generator shares two cores with the server that it measures; a general client costs several times as much per
 * message and would itself be the slow side at 100,000 messages a second.
 */
export class LeanSocket {
  readonly #socket: Socket
  readonly #events: LeanSocketEvents
  readonly #key = randomBytes(16).toString('base64')
  #rest: Buffer = Buffer.alloc(0)
  #fragments: Buffer[] = []
  #isOpen = false

  constructor(port: number, path: string, events: LeanSocketEvents) {
    this.#events = events
    this.#socket = connect(port, '127.0.0.1')
    this.#socket.setNoDelay(true)
    this.#socket.on('connect', () => {
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${this.#key}`,
      ]
      this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    })
    this.#socket.on('data', (chunk) => this.#take(chunk))
    this.#socket.on('error', (error) => this.#end(error.message))
    this.#socket.on('close', () => this.#end('closed'))
  }

  /** Sends one binary message, masked with zeros: allowed, and free. */
  send(payload: Uint8Array): void {
    this.#socket.write(frameOf(FIN_BINARY, payload))
  }

  /** Sends a message that `frameOf` prepared earlier. */
  sendPrepared(frame: Uint8Array): void {
    this.#socket.write(frame)
  }

  close(): void {
    this.#socket.destroy()
  }

  #end(reason: string): void {
    this.#socket.destroy()
    this.#events.onClose(reason)
  }

  #take(chunk: Buffer): void {
    const buffer = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    let at = this.#isOpen ? 0 : this.#readHandshake(buffer)
    if (at === -1) {
      this.#rest = buffer
      return
    }
    for (let end = this.#readFrame(buffer, at); end !== -1; end = this.#readFrame(buffer, at)) at = end
    this.#rest = at === buffer.length ? Buffer.alloc(0) : buffer.subarray(at)
  }

  #readHandshake(buffer: Buffer): number {
    const end = buffer.indexOf('\r\n\r\n')
    if (end === -1) return -1
    const head = buffer.toString('latin1', 0, end)
    const accept = createHash('sha1').update(`${this.#key}${MAGIC}`).digest('base64')
    if (!head.startsWith('HTTP/1.1 101') || !head.includes(accept)) {
      this.#end(head.split('\r\n')[0] ?? 'no answer')
      return buffer.length
    }
    this.#isOpen = true
    this.#events.onOpen()
    return end + 4
  }

  /** Reads the frame at `at`; returns where the next begins, or -1 when it has not arrived completely. */
  #readFrame(buffer: Buffer, at: number): number {
    if (buffer.length < at + 2) return -1
    const first = buffer[at] as number
    let length = (buffer[at + 1] as number) & 0x7f
    let body = at + 2
    if (length === 126) {
      if (buffer.length < at + 4) return -1
      length = buffer.readUInt16BE(at + 2)
      body = at + 4
    } else if (length === 127) {
      if (buffer.length < at + 10) return -1
      length = Number(buffer.readBigUInt64BE(at + 2))
      body = at + 10
    }
    const end = body + length
    if (buffer.length < end) return -1
    this.#deliver(first, buffer.subarray(body, end))
    return end
  }

  #deliver(first: number, payload: Buffer): void {
    const opcode = first & 0x0f
    if (opcode === OPCODE_PING) this.#socket.write(frameOf(FIN_PONG, payload))
    else if (opcode === OPCODE_CLOSE)
      this.#end(`close ${payload.length >= 2 ? payload.readUInt16BE(0) : ''} ${payload.toString('utf8', 2)}`)
    else if (opcode === OPCODE_BINARY || opcode === OPCODE_CONTINUATION) {
      const isLast = (first & 0x80) !== 0
      if (isLast && this.#fragments.length === 0) return this.#events.onFrame(payload)
      this.#fragments.push(payload)
      if (isLast) this.#events.onFrame(Buffer.concat(this.#fragments.splice(0)))
    }
  }
}

/** A client frame with its header; the mask is four zero bytes, so the payload stands as it is. */
export function frameOf(first: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const extended = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.alloc(6 + extended + length)
  frame[0] = first
  frame[1] = 0x80 | (extended === 0 ? length : extended === 2 ? 126 : 127)
  if (extended === 2) frame.writeUInt16BE(length, 2)
  if (extended === 8) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.set(payload, 6 + extended)
  return frame
}

/** A binary message, ready for `sendPrepared`. */
export function prepareFrame(payload: Uint8Array): Buffer {
  return frameOf(FIN_BINARY, payload)
}
