import { parseDocumentName, type DocumentName, type ErrorCode } from '@tafelrunde/protocol'
import type { Channel, ChannelSocket } from './Channel.ts'
import { EarlyFrames } from './EarlyFrames.ts'
import {
  addressOfOwnFrame,
  deniedFrame,
  FRAME,
  PING,
  readFrame,
  SYNC,
  syncKindOfOwnFrame,
  typeOfOwnFrame,
  updateOfOwnFrame,
} from './frames.ts'
import { SeatBudget, type Spending } from './SeatBudget.ts'
import { CHECK_MS, SlowReader } from './SlowReader.ts'
import type { Engine, FrontSocketParts, SocketAbout, SocketHost } from './SocketParts.ts'
import type { Wire, WireEvents } from './Wire.ts'

/** Documents that one socket may have open: own board, common board, plenary, run state and a few that others show. */
const MAX_DOCUMENTS = 40

/** Documents of one socket that were closed or refused; whoever asks for more of them is looking for something. */
const MAX_CLOSED = 1_000

/** Refusals of a socket that has shown no valid token; an honest one asks for four or five documents. */
const MAX_STRANGER_REFUSALS = 12

/** Time for the first accepted token. */
const ADMISSION_MS = 10_000

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
  readonly #reader: SlowReader
  readonly #host: SocketHost
  /** The stranger's own until its seat is known. */
  #budget = new SeatBudget()
  #isSeated = false
  readonly #early = new EarlyFrames()
  readonly #channels = new Map<DocumentName, Channel>()
  /** Documents that were closed or refused: what was still under way is passed over, a new token opens them again. */
  readonly #closed = new Set<DocumentName>()
  readonly #pausedBy = new Set<Channel | 'early' | 'budget'>()
  /** Monotonic, like all times here: the clock of the machine may be set. */
  readonly #openedAt = performance.now()
  #engine: Engine | null = null
  #lastHeardAt = performance.now()
  #wasAdmitted = false
  #refusals = 0
  #rest: NodeJS.Timeout | null = null

  constructor({ makeWire, about, host }: FrontSocketParts) {
    this.about = about
    this.#host = host
    this.#wire = makeWire(this)
    this.#reader = new SlowReader({ wire: this.#wire, cutOff: () => this.terminate() })
  }

  get lastHeardAt(): number {
    return this.#lastHeardAt
  }

  /** Connect the engine; frames arrive only afterwards. */
  connect(engine: Engine): void {
    this.#engine = engine
  }

  /** The engine has let a seat in: from here on the channel takes the document's frames. */
  opened(channel: Channel): void {
    this.#wasAdmitted = true
    if (!this.#isSeated) {
      this.#isSeated = true
      this.#budget = this.#host.seated(this, channel.seat.id)
    }
    this.#channels.set(channel.name, channel)
    for (const raw of this.#takeEarly(channel.name)) this.#deliver(raw)
  }

  forget(channel: Channel): void {
    if (this.#channels.get(channel.name) !== channel) return
    this.#channels.delete(channel.name)
    this.#reader.forget(channel)
    this.#close(channel.name)
  }

  /** What the engine sends. Acknowledgements are the channel's business: one may stand for several updates. */
  send(bytes: Uint8Array): void {
    switch (typeOfOwnFrame(bytes)) {
      case FRAME.sync:
        return this.#sendSync(bytes)
      case FRAME.syncStatus:
        return this.#channelOf(bytes)?.acknowledge()
      case FRAME.auth:
        this.#answered(bytes)
        return this.sendDirectly(bytes)
      case FRAME.close: {
        // A document that the client has closed itself gets no answer: a new provider of the same name would take it.
        const channel = this.#channelOf(bytes)
        if (!channel) return
        this.sendDirectly(bytes)
        return channel.ended()
      }
      default:
        return this.sendDirectly(bytes)
    }
  }

  /** To the client, past the engine. */
  sendDirectly(bytes: Uint8Array): void {
    if (this.#wire.isOpen && this.#reader.takesShort()) this.#wire.send(bytes)
  }

  sendContent(bytes: Uint8Array): void {
    if (this.#wire.isOpen) this.#wire.send(bytes)
  }

  sendPresence(bytes: Uint8Array): void {
    if (this.#wire.isOpen) this.#wire.sendPresence(bytes)
  }

  forward(bytes: Uint8Array): void {
    this.#engine?.handleMessage(bytes)
  }

  setPaused(channel: Channel, isPaused: boolean): void {
    this.#setPausedBy(channel, isPaused)
  }

  waitFor(what: Spending): number {
    const waitMs = this.#budget.waitFor(what)
    // A reader that is behind gets one board at a time.
    return what === 'answerBytes' && this.#reader.isBehind ? Math.max(waitMs, CHECK_MS) : waitMs
  }

  /** Spend from the seat's budget; beyond it the socket is not read until it fits again. */
  spend(what: Spending, amount = 1): void {
    const waitMs = this.#budget.spend(what, amount)
    if (waitMs === 0) return
    if (this.#budget.isExhausted) return this.#host.exhausted(this)
    this.#setPausedBy('budget', true)
    if (this.#rest) clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#setPausedBy('budget', false), waitMs).unref()
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
    this.#reader.check(now)
    this.sendDirectly(PING)
  }

  receive(data: Uint8Array): void {
    if (!this.#wasAdmitted) this.#host.heard(this, data.length)
    // What was under way when the socket was ended is not taken any more.
    if (!this.#wire.isOpen) return
    this.#lastHeardAt = performance.now()
    this.spend('frames')
    this.spend('bytes', data.length)
    if (data.length === 1 && data[0] === FRAME.pong) return
    this.#deliver(data)
  }

  closed(isCutOff = false): void {
    if (this.readyState === 3) return
    this.readyState = 3
    if (this.#rest) clearTimeout(this.#rest)
    this.#reader.close()
    this.#host.closed(this)
    const channels = Array.from(this.#channels.values())
    this.#channels.clear()
    this.#early.clear()
    this.#engine?.handleClose({ code: 1000, reason: 'socket closed' })
    for (const channel of channels) channel.ended(isCutOff)
  }

  /** Content that was asked for is always queued; an update may be owed instead. */
  #sendSync(bytes: Uint8Array): void {
    if (!this.#wire.isOpen) return
    const kind = syncKindOfOwnFrame(bytes)
    if (kind === SYNC.update && this.#reader.isBehind) {
      const channel = this.#channelOf(bytes)
      if (channel && this.#reader.owes(channel, updateOfOwnFrame(bytes))) return
    }
    this.#wire.send(bytes)
    if (kind !== SYNC.step2) return
    this.#budget.spend('answerBytes', bytes.length)
    this.#budget.spend('answerBytesAtOnce', bytes.length)
    this.#reader.contentQueued(this.#channelOf(bytes))
  }

  #deliver(data: Uint8Array): void {
    const frame = readFrame(data)
    if (!frame) return this.end('update.malformed')
    const name = frame.address as DocumentName
    const channel = this.#channels.get(name)
    if (channel) return channel.receive(frame, data)
    if (!parseDocumentName(name)) {
      this.sendDirectly(deniedFrame(name, 'document.unknown'))
      return this.#countRefusal()
    }
    this.#receiveEarly(name, frame.type, data)
  }

  #receiveEarly(name: DocumentName, type: number, data: Uint8Array): void {
    if (type !== FRAME.auth && this.#closed.has(name)) return
    if (!this.#early.has(name)) {
      if (type === FRAME.close) return
      if (this.#early.documents + this.#channels.size >= MAX_DOCUMENTS) return this.end('request.tooMany')
      this.#early.begin(name)
    }
    if (type === FRAME.auth && this.#early.takesToken(name)) {
      this.#closed.delete(name)
      this.spend('openings')
      return this.forward(data)
    }
    if (!this.#early.keep(name, data)) return this.end('request.tooMany')
    this.#holdUpEarly()
  }

  /** What arrived for a document while it was on its way in. */
  #takeEarly(name: DocumentName): readonly Uint8Array[] {
    const early = this.#early.take(name)
    this.#holdUpEarly()
    return early
  }

  #holdUpEarly(): void {
    if (this.#early.isStuck) return this.end('request.tooMany')
    this.#setPausedBy('early', this.#early.isFull)
  }

  #channelOf(ownFrame: Uint8Array): Channel | undefined {
    return this.#channels.get(addressOfOwnFrame(ownFrame) as DocumentName)
  }

  /** After a refusal the client may try again with another token, and may have done so already. */
  #answered(bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    const isRefused = frame?.body.uint() === 1
    if (!frame || !isRefused) {
      if (this.#wasAdmitted) return
      this.#wasAdmitted = true
      return this.#host.admitted(this)
    }
    const name = frame.address as DocumentName
    const early = this.#takeEarly(name)
    this.#close(name)
    this.#countRefusal()
    const next = early.findIndex((raw) => readFrame(raw)?.type === FRAME.auth)
    if (next < 0) return
    // The engine forgets the refused document only after it has sent this answer.
    queueMicrotask(() => early.slice(next).forEach((raw) => this.#deliver(raw)))
  }

  #close(name: DocumentName): void {
    this.#closed.add(name)
    if (this.#closed.size > MAX_CLOSED) this.end('request.tooMany')
  }

  /** Each one lets a stranger try another token, or another name. */
  #countRefusal(): void {
    this.#refusals += 1
    if (!this.#wasAdmitted && this.#refusals > MAX_STRANGER_REFUSALS) this.end('request.tooMany')
  }

  #setPausedBy(reason: Channel | 'early' | 'budget', isPaused: boolean): void {
    if (isPaused) this.#pausedBy.add(reason)
    else this.#pausedBy.delete(reason)
    if (this.#pausedBy.size > 0) this.#wire.pause()
    else if (this.#wire.isPaused) this.#wire.resume()
  }
}
