import type { Incoming, Place, Wire } from '../wire/Wire.ts'
import { LeanSocket, prepareFrame } from './LeanSocket.ts'
import type { PreparedWriting } from './prepareEdits.ts'

/** What a writer reports while the load runs. */
export interface WriterEvents {
  /** Content arrived; only writers that are watched report it, the others keep it for the check afterwards. */
  onUpdate(writer: SimulatedWriter, update: Uint8Array): void
  onAcknowledged(writer: SimulatedWriter, editIndex: number): void
  onLost(writer: SimulatedWriter, reason: string): void
}

/** One connection that sends prepared edits and keeps what arrives. Holds no document. */
export class SimulatedWriter {
  readonly room: number
  readonly writing: PreparedWriting
  readonly isWatched: boolean
  /** Frames that were not looked at while the load ran. */
  readonly unread: Uint8Array[] = []
  readonly received: Uint8Array[] = []
  lastFrameAt = 0
  sentEdits = 0
  acknowledgedEdits = 0
  readonly #wire: Wire
  readonly #place: Place
  readonly #events: WriterEvents
  readonly #frames: readonly Uint8Array[]
  readonly #ready = Promise.withResolvers<void>()
  #socket: LeanSocket | null = null
  #isClosing = false

  constructor(options: {
    room: number
    place: Place
    wire: Wire
    writing: PreparedWriting
    isWatched: boolean
    events: WriterEvents
  }) {
    this.room = options.room
    this.writing = options.writing
    this.isWatched = options.isWatched
    this.#wire = options.wire
    this.#place = options.place
    this.#events = options.events
    this.#frames = options.writing.edits.map(({ update }) =>
      prepareFrame(options.wire.encodeUpdate(options.place, update)),
    )
  }

  /** Resolves when the server has taken the client in and sent it the document. */
  async connect(port: number): Promise<void> {
    const socket = new LeanSocket(port, this.#wire.path(this.#place), {
      onOpen: () => {
        for (const frame of this.#wire.greet(this.#place)) socket.send(frame)
      },
      onFrame: (frame) => this.#take(socket, frame),
      onClose: (reason) => {
        this.#ready.reject(new Error(reason))
        if (!this.#isClosing) this.#events.onLost(this, reason)
      },
    })
    this.#socket = socket
    await this.#ready.promise
  }

  sendNext(): void {
    const frame = this.#frames[this.sentEdits]
    if (!frame || !this.#socket) throw new Error('no edit is left to send')
    this.sentEdits += 1
    this.#socket.sendPrepared(frame)
  }

  close(): void {
    this.#isClosing = true
    this.#socket?.close()
  }

  /** Decodes what was only kept while the load ran. */
  *readUnread(): Generator<Uint8Array> {
    for (const frame of this.unread) {
      for (const message of this.#wire.decode(frame)) if (message.type === 'update') yield message.update
    }
  }

  #take(socket: LeanSocket, frame: Uint8Array): void {
    this.lastFrameAt = performance.now()
    // Before the first edit the handshake goes on; afterwards only a ping, a single byte, needs an answer.
    const mayNeedAnswer = this.sentEdits === 0 || frame.length === 1
    if (mayNeedAnswer) for (const answer of this.#wire.answer(this.#place, frame)) socket.send(answer)
    if (this.sentEdits > 0 && !this.isWatched && !this.#wire.acknowledges) {
      this.unread.push(frame)
      return
    }
    for (const message of this.#wire.decode(frame)) this.#understand(message, frame)
  }

  #understand(message: Incoming, frame: Uint8Array): void {
    if (message.type === 'ready') this.#ready.resolve()
    else if (message.type === 'update' && this.isWatched) {
      this.received.push(message.update)
      this.#events.onUpdate(this, message.update)
    } else if (message.type === 'update') this.unread.push(frame)
    else if (message.type === 'acknowledged' && this.acknowledgedEdits < this.sentEdits) {
      this.#events.onAcknowledged(this, this.acknowledgedEdits)
      this.acknowledgedEdits += 1
    } else if (message.type === 'refused') {
      this.#ready.reject(new Error(message.reason))
      if (!this.#isClosing) this.#events.onLost(this, message.reason)
    }
  }
}
