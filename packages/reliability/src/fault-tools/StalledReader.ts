import type { Place } from '@tafelrunde/bench/Wire'
import { WIRES } from '@tafelrunde/bench/wires'
import { WebSocket } from 'ws'
import type { RunningSystem } from '../systems/System.ts'

/** A socket that ends without a close frame. */
const CUT_OFF = 1006

/** A client that opens a document as any other does and then takes nothing more from its socket. */
export class StalledReader {
  readonly #socket: WebSocket
  #isClosed = false
  #bytesTaken = 0
  /** How the server has ended the document or the socket, as the client learns of it. */
  readonly ending: Promise<string>
  #tellEnding: (ending: string) => void = () => undefined

  private constructor(socket: WebSocket) {
    this.#socket = socket
    this.ending = new Promise((resolve) => (this.#tellEnding = resolve))
    socket.on('close', (code, reason) => {
      this.#isClosed = true
      this.#tellEnding(code === CUT_OFF ? 'cut off' : `${code} ${reason.toString()}`.trim())
    })
    socket.on('error', () => (this.#isClosed = true))
  }

  /** Open the document; resolves when its content is here. */
  static async open({ port, system }: RunningSystem, place: Place): Promise<StalledReader> {
    const wire = WIRES[system.wire]
    const socket = new WebSocket(`ws://127.0.0.1:${port}${wire.path(place)}`, { maxPayload: 0 })
    const reader = new StalledReader(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.once('open', () => wire.greet(place).forEach((frame) => socket.send(frame)))
      socket.on('message', (data: Buffer) => {
        reader.#bytesTaken += data.length
        for (const answer of wire.answer(place, data)) socket.send(answer)
        for (const message of wire.decode(data)) {
          if (message.type === 'ready') resolve()
          if (message.type !== 'refused') continue
          reader.#tellEnding(message.reason)
          reject(new Error(message.reason))
        }
      })
    })
    return reader
  }

  /** From now on nothing is read. */
  stall(): void {
    this.#socket.pause()
  }

  /** Read again, and learn whether the server has hung up in the meantime. */
  wake(): void {
    this.#socket.resume()
  }

  /** How much this client has taken from its socket so far. */
  get bytesTaken(): number {
    return this.#bytesTaken
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  leave(): void {
    this.#socket.terminate()
  }
}
