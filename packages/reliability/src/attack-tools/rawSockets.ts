import { connect, type Socket } from 'node:net'

const HANDSHAKE_KEY = 'cmVsaWFiaWxpdHktcHJvYmU='

/** Raw connections that an attacker holds, and how many of them the server has ended. */
export class RawSockets {
  readonly #port: number
  readonly #sockets = new Set<Socket>()
  ended = 0

  constructor(port: number) {
    this.#port = port
  }

  get open(): number {
    return this.#sockets.size
  }

  /** Connections that send their request head one line at a time and never finish it. */
  async dripHeaders(count: number, path: string): Promise<void> {
    const sockets = await this.#connect(count)
    for (const socket of sockets) socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${this.#port}\r\n`)
    let line = 0
    const timer = setInterval(() => {
      line += 1
      for (const socket of sockets) if (!socket.destroyed) socket.write(`X-Slow-${line}: 1\r\n`)
      if (this.#sockets.size === 0) clearInterval(timer)
    }, 200)
  }

  /** Sockets that are upgraded and then say nothing. */
  async upgradeAndWait(count: number, path: string): Promise<void> {
    for (const socket of await this.#connect(count)) socket.write(this.#upgradeRequest(path))
  }

  /** One message in ever more fragments, of which no one is too large; at most `limitBytes`. Returns what was taken. */
  async fragmentWithoutEnd(path: string, limitBytes: number): Promise<number> {
    const [socket] = await this.#connect(1)
    if (!socket) return 0
    socket.write(this.#upgradeRequest(path))
    await new Promise((resolve) => socket.once('data', resolve))
    const piece = Buffer.alloc(256 * 1024)
    let sent = 0
    while (sent < limitBytes && !socket.destroyed) {
      const isTaken = socket.write(maskedFrame(piece, { opcode: sent === 0 ? 2 : 0, isFinal: false }))
      sent += piece.length
      if (!isTaken) await new Promise<void>((resolve) => void socket.once('drain', resolve).once('close', resolve))
    }
    return sent
  }

  /** Drop all of them. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
  }

  async #connect(count: number): Promise<readonly Socket[]> {
    const one = (): Promise<Socket | null> =>
      new Promise((resolve) => {
        const socket = connect(this.#port, '127.0.0.1')
        this.#sockets.add(socket)
        socket.on('connect', () => resolve(socket))
        socket.on('data', () => undefined)
        socket.on('error', () => resolve(null))
        socket.on('close', () => {
          if (this.#sockets.delete(socket)) this.ended += 1
          resolve(null)
        })
      })
    const connected = await Promise.all(Array.from({ length: count }, one))
    return connected.filter((socket) => socket !== null)
  }

  #upgradeRequest(path: string): string {
    return (
      `GET ${path} HTTP/1.1\r\nHost: localhost:${this.#port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${HANDSHAKE_KEY}\r\n\r\n`
    )
  }
}

/** A frame of RFC 6455 as a client sends it; the mask is zero, so that the payload stays as it is. */
function maskedFrame(payload: Buffer, { opcode, isFinal }: { opcode: number; isFinal: boolean }): Buffer {
  const head = Buffer.alloc(14)
  head[0] = (isFinal ? 0x80 : 0) | opcode
  head[1] = 0x80 | 127
  head.writeBigUInt64BE(BigInt(payload.length), 2)
  return Buffer.concat([head, payload])
}
