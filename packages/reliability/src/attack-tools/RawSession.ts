import { WIRES } from '@tafelrunde/bench/wires'
import type { Place } from '@tafelrunde/bench/Wire'
import { until } from '@tafelrunde/testkit'
import { WebSocket } from 'ws'

/** A socket to our server that opens any document with any token and notes everything that comes back. */
export class RawSession {
  readonly #socket: WebSocket
  readonly #received: Buffer[] = []
  #closedAt: number | null = null

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#received.push(data))
    socket.on('close', () => (this.#closedAt = performance.now()))
    socket.on('error', () => undefined)
  }

  static async open(port: number): Promise<RawSession> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/sync`)
    const session = new RawSession(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve())
      socket.once('error', reject)
    })
    return session
  }

  /** Show a token for a document and ask for its content. */
  ask(place: Place): void {
    for (const frame of WIRES.hocuspocus.greet(place)) this.send(frame)
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(frame)
  }

  /** Everything the server has sent, as one string of bytes. */
  get received(): Buffer {
    return Buffer.concat(this.#received)
  }

  /** The answers that concern a document. */
  answersFor({ documentName }: Place): readonly Buffer[] {
    const name = Buffer.from(documentName)
    return this.#received.filter((frame) => frame.subarray(1, 1 + name.length).equals(name))
  }

  /** When the server ended the socket, by `performance.now()`; null while it is open. */
  get closedAt(): number | null {
    return this.#closedAt
  }

  /** Wait until the server has answered something that it answers in order. */
  async settle(probe: Place): Promise<void> {
    const before = this.answersFor(probe).length
    this.ask(probe)
    await until(() => this.#closedAt !== null || this.answersFor(probe).length > before, { what: 'the probe’s answer' })
  }

  leave(): void {
    this.#socket.terminate()
  }
}
