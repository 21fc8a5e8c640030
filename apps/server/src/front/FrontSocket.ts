import { parseDocumentName, type DocumentName, type ErrorCode } from '@tafelrunde/protocol'
import type { Channel, ChannelSocket } from './Channel.ts'
import { addressOfOwnFrame, deniedFrame, FRAME, PING, readFrame, typeOfOwnFrame } from './frames.ts'
import type { Wire, WireEvents } from './Wire.ts'

/** Documents that one socket may have open: own board, common board, plenary, run state and a few that others show. */
const MAX_DOCUMENTS = 40

/** Documents of one socket that were closed or refused; whoever asks for more of them is looking for something. */
const MAX_CLOSED = 1_000

/** What may arrive for a document before it is open. */
const MAX_EARLY_BYTES = 1_500_000
const MAX_EARLY_FRAMES = 500

/** Frames a second after which a socket is not read until the second is over; a person makes some dozen. */
const MAX_FRAMES_PER_SECOND = 2_000

/** Time for the first accepted token. */
const ADMISSION_MS = 10_000

/** The engine's end of a socket. */
export interface Engine {
  handleMessage(frame: Uint8Array): void
  handleClose(event: { code: number; reason: string }): void
}

/** What a client has said about itself before its first frame. */
export interface SocketAbout {
  /** Version of the document schema that it speaks; null when it does not say. */
  readonly schemaVersion: number | null
}

/** What a socket is made of. */
export interface FrontSocketParts {
  readonly makeWire: (events: WireEvents) => Wire
  readonly about: SocketAbout
  readonly onClosed: () => void
}

interface OpeningDocument {
  readonly early: Uint8Array[]
  bytes: number
  hasToken: boolean
}

/**
 * One client, between its wire and the engine: frames are read here first, and what the engine sends passes here.
 *
 * The engine sees only a token frame per document and then frames that a channel has let through.
 */
export class FrontSocket implements ChannelSocket, WireEvents {
  /** For the engine, which asks before it sends: 1 open, 3 closed. */
  readyState = 1
  readonly about: SocketAbout
  readonly #wire: Wire
  readonly #onClosed: () => void
  readonly #opening = new Map<DocumentName, OpeningDocument>()
  readonly #channels = new Map<DocumentName, Channel>()
  /** Documents that were closed or refused: what was still under way is passed over, a new token opens them again. */
  readonly #closed = new Set<DocumentName>()
  readonly #pausedBy = new Set<Channel>()
  readonly #openedAt = Date.now()
  #engine: Engine | null = null
  #lastHeardAt = Date.now()
  #wasAdmitted = false
  #second = 0
  #framesThisSecond = 0

  constructor({ makeWire, about, onClosed }: FrontSocketParts) {
    this.about = about
    this.#onClosed = onClosed
    this.#wire = makeWire(this)
  }

  /** Connect the engine; frames arrive only afterwards. */
  connect(engine: Engine): void {
    this.#engine = engine
  }

  /** The engine has let a seat in: from here on the channel takes the document's frames. */
  opened(channel: Channel): void {
    this.#wasAdmitted = true
    const opening = this.#opening.get(channel.name)
    this.#opening.delete(channel.name)
    this.#channels.set(channel.name, channel)
    for (const raw of opening?.early ?? []) this.#deliver(raw)
  }

  forget(channel: Channel): void {
    if (this.#channels.get(channel.name) !== channel) return
    this.#channels.delete(channel.name)
    this.#close(channel.name)
  }

  /** What the engine sends. Acknowledgements are the channel's business: one may stand for several updates. */
  send(bytes: Uint8Array): void {
    const type = typeOfOwnFrame(bytes)
    if (type === FRAME.syncStatus) return this.#channelOf(bytes)?.acknowledge()
    if (type === FRAME.auth) this.#reopenIfDenied(bytes)
    if (type === FRAME.close) {
      // A document that the client has closed itself gets no answer: a new provider of the same name would take it.
      const channel = this.#channelOf(bytes)
      if (!channel) return
      this.sendDirectly(bytes)
      return channel.ended()
    }
    this.sendDirectly(bytes)
  }

  /** To the client, past the engine. */
  sendDirectly(bytes: Uint8Array): void {
    if (this.#wire.isOpen) this.#wire.send(bytes)
  }

  sendPresence(bytes: Uint8Array): void {
    if (this.#wire.isOpen) this.#wire.sendPresence(bytes)
  }

  forward(bytes: Uint8Array): void {
    this.#engine?.handleMessage(bytes)
  }

  setPaused(channel: Channel, isPaused: boolean): void {
    if (isPaused) this.#pausedBy.add(channel)
    else this.#pausedBy.delete(channel)
    if (this.#pausedBy.size > 0) this.#wire.pause()
    else if (this.#wire.isPaused) this.#wire.resume()
  }

  /** For the engine. */
  close(): void {
    this.end('server.stopping')
  }

  /** Close the socket with a code of the error table. */
  end(code: ErrorCode): void {
    this.#wire.end(code)
  }

  terminate(): void {
    this.#wire.terminate()
  }

  /** Called every 15 s: hang up on the silent and on those who never showed a token, keep the others awake. */
  beat(now: number): void {
    if (!this.#wasAdmitted && now - this.#openedAt > ADMISSION_MS) return this.end('token.missing')
    if (now - this.#lastHeardAt > this.#wire.silenceMs && !this.#wire.isPaused) return this.terminate()
    this.sendDirectly(PING)
  }

  receive(data: Uint8Array): void {
    // What was under way when the socket was ended is not taken any more.
    if (!this.#wire.isOpen) return
    this.#lastHeardAt = Date.now()
    this.#slowDown()
    if (data.length === 1 && data[0] === FRAME.pong) return
    this.#deliver(data)
  }

  closed(): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.#onClosed()
    const channels = Array.from(this.#channels.values())
    this.#channels.clear()
    this.#opening.clear()
    this.#engine?.handleClose({ code: 1000, reason: 'socket closed' })
    for (const channel of channels) channel.ended()
  }

  #deliver(data: Uint8Array): void {
    const frame = readFrame(data)
    if (!frame) return this.end('update.malformed')
    const name = frame.address as DocumentName
    const channel = this.#channels.get(name)
    if (channel) return channel.receive(frame, data)
    if (!parseDocumentName(name)) return this.sendDirectly(deniedFrame(name, 'document.unknown'))
    this.#receiveEarly(name, frame.type, data)
  }

  #receiveEarly(name: DocumentName, type: number, data: Uint8Array): void {
    if (type !== FRAME.auth && this.#closed.has(name)) return
    let opening = this.#opening.get(name)
    if (!opening) {
      if (type === FRAME.close) return
      if (this.#opening.size + this.#channels.size >= MAX_DOCUMENTS) return this.end('request.tooMany')
      opening = { early: [], bytes: 0, hasToken: false }
      this.#opening.set(name, opening)
    }
    if (type === FRAME.auth && !opening.hasToken) {
      opening.hasToken = true
      this.#closed.delete(name)
      return this.forward(data)
    }
    opening.early.push(data)
    opening.bytes += data.length
    if (opening.bytes > MAX_EARLY_BYTES || opening.early.length > MAX_EARLY_FRAMES) this.end('request.tooMany')
  }

  #channelOf(ownFrame: Uint8Array): Channel | undefined {
    return this.#channels.get(addressOfOwnFrame(ownFrame) as DocumentName)
  }

  /** After a refusal the client may try again with another token, and may have done so already. */
  #reopenIfDenied(bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    if (frame?.body.uint() !== 1) return
    const name = frame.address as DocumentName
    const early = this.#opening.get(name)?.early ?? []
    this.#opening.delete(name)
    this.#close(name)
    const next = early.findIndex((raw) => readFrame(raw)?.type === FRAME.auth)
    if (next < 0) return
    // The engine forgets the refused document only after it has sent this answer.
    queueMicrotask(() => early.slice(next).forEach((raw) => this.#deliver(raw)))
  }

  #close(name: DocumentName): void {
    this.#closed.add(name)
    if (this.#closed.size > MAX_CLOSED) this.end('request.tooMany')
  }

  #slowDown(): void {
    const second = Math.floor(this.#lastHeardAt / 1000)
    if (second !== this.#second) {
      this.#second = second
      this.#framesThisSecond = 0
    }
    this.#framesThisSecond += 1
    if (this.#framesThisSecond !== MAX_FRAMES_PER_SECOND) return
    this.#wire.pause()
    setTimeout(() => this.#pausedBy.size === 0 && this.#wire.resume(), 1000 - (this.#lastHeardAt % 1000)).unref()
  }
}
