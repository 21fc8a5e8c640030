import {
  AppError,
  encodeRefusalMessage,
  ERRORS,
  isErrorCode,
  parseRefusalMessage,
  type DocumentName,
  type ErrorCode,
} from '@tafelrunde/protocol'
import * as Y from 'yjs'
import type { Claim, Journal } from '../journal/Journal.ts'
import type { Seat } from '../seams.ts'
import { acknowledgementFrame, FRAME, statelessFrame, SYNC, updateFrame, type Frame } from './frames.ts'
import { Held } from './Held.ts'
import type { OpenDocument } from './OpenDocument.ts'
import { PresenceGate } from './PresenceGate.ts'
import type { PresenceMember } from './PresenceHub.ts'
import { refuseUpdate } from './refuseUpdate.ts'
import type { Spending } from './SeatBudget.ts'
import type { SeatPermissions } from './seatPermissions.ts'
import type { ReadDocument } from './SlowReader.ts'
import { UpdateQueue } from './UpdateQueue.ts'
import type { WorkTurns } from './WorkTurns.ts'

/** A message of a client to the server; `writing.flushed` has some dozen characters. */
const MAX_STATELESS_BYTES = 1_024

/** The engine's connection of one document, as far as a channel needs it. */
export interface EngineConnection {
  close(event: { code: number; reason: string }): void
}

/** What a channel needs from its socket. */
export interface ChannelSocket {
  /** To the client. */
  sendDirectly(bytes: Uint8Array): void
  /** Much at once, which a reader that is behind is owed. */
  sendContent(bytes: Uint8Array): void
  sendPresence(bytes: Uint8Array): void
  /** To the engine. */
  forward(bytes: Uint8Array): void
  /** Milliseconds until the seat may spend again; 0: now. */
  waitFor(what: Spending): number
  spend(what: Spending, amount?: number): void
  /** Stop or go on reading from the client. */
  setPaused(channel: Channel, isPaused: boolean): void
  /** The channel has ended; what arrives for the document from now on opens it anew. */
  forget(channel: Channel): void
}

/** Everything that a channel is made of once its seat may read the document. */
export interface ChannelParts {
  readonly socket: ChannelSocket
  readonly journal: Journal
  readonly document: OpenDocument
  readonly connection: EngineConnection
  readonly seat: Seat
  readonly permissions: SeatPermissions
  /** Shared by all channels. */
  readonly turns: WorkTurns
  readonly onRefused: (code: ErrorCode) => void
  readonly onFault: (error: unknown) => void
  /** `isCutOff`: the connection broke off, nobody has left. */
  readonly onEnded: (isCutOff: boolean) => void
}

/**
 * One document on one socket, between the client and the engine; the way of its updates is `UpdateQueue`.
 *
 * F1  Before writing ends the client is told, and what it sent before its answer is written.
 * F3  A refusal closes the document with its code, after what was accepted before it is on disk.
 * F6  A client is told when its edits are taken.
 */
export class Channel implements PresenceMember, ReadDocument {
  readonly #parts: ChannelParts
  #permissions: SeatPermissions
  #seat: Seat
  readonly #updates: UpdateQueue
  readonly #handshake: Held
  readonly #presence: PresenceGate
  #refusal: ErrorCode | null = null
  #isClosed = false
  #isEndingAnnounced = false
  #flushes = new Map<string, () => void>()
  #drained: (() => void)[] = []

  constructor(parts: ChannelParts) {
    this.#parts = parts
    this.#permissions = parts.permissions
    this.#seat = parts.seat
    const { socket } = parts
    this.#handshake = new Held({
      waitMs: () =>
        Math.max(
          ...(['handshakes', 'handshakesAtOnce', 'answerBytes', 'answerBytesAtOnce'] as const).map((what) =>
            socket.waitFor(what),
          ),
        ),
      pass: (raw) => this.#forwardHandshake(raw),
    })
    this.#presence = new PresenceGate({
      document: parts.document,
      member: this,
      claim: (claims) => parts.journal.claim(this.name, claims),
      waitFor: (what) => socket.waitFor(what),
      spend: (what) => socket.spend(what),
      onFault: (error) => this.#fail(error),
    })
    this.#updates = new UpdateQueue({
      document: parts.document,
      seatId: parts.seat.id,
      refuse: (update) => refuseUpdate(parts.document.ydoc, update, this.#permissions),
      forward: (update) => socket.forward(updateFrame(this.name, update)),
      acknowledge: (updates) => this.#sendAcknowledgements(updates),
      waitFor: (what) => socket.waitFor(what),
      spend: (what, amount) => socket.spend(what, amount),
      setPaused: (isPaused) => socket.setPaused(this, isPaused),
      takeTurn: (work) => parts.turns.take(work),
      onFault: (error) => this.#fail(error),
      onDrained: () => this.#wakeDrained(),
    })
    parts.document.channels.add(this)
    parts.document.presence.join(this)
  }

  get seat(): Seat {
    return this.#seat
  }

  get name(): DocumentName {
    return this.#parts.document.name
  }

  get mayWrite(): boolean {
    return this.#permissions.write === null
  }

  /** Claims that the update which the engine is writing brings along. */
  get claimsInFlight(): readonly Claim[] {
    return this.#updates.claimsInFlight
  }

  get ydoc(): Y.Doc {
    return this.#parts.document.ydoc
  }

  catchUp(from: Uint8Array): void {
    if (this.#isClosed) return
    this.#parts.socket.sendContent(updateFrame(this.name, Y.encodeStateAsUpdate(this.ydoc, from)))
    this.#parts.document.presence.sendCurrent(this)
  }

  sendPresence(frame: Uint8Array): void {
    this.#parts.socket.sendPresence(frame)
  }

  /** A frame of the client for this document. */
  receive(frame: Frame, raw: Uint8Array): void {
    if (this.#isClosed || this.#refusal) return
    try {
      this.#dispatch(frame, raw)
    } catch (error) {
      this.#fail(error)
    }
  }

  /** The engine has applied the update that was in flight. */
  acknowledge(): void {
    try {
      this.#updates.applied({ mayGoOn: !this.#isClosed && !this.#refusal })
    } catch (error) {
      return this.#fail(error)
    }
    if (this.#refusal) this.close(this.#refusal)
  }

  /** Seat or run state have changed. */
  change(seat: Seat, permissions: SeatPermissions): void {
    const wasOpen = this.mayWrite && !this.#isEndingAnnounced
    this.#seat = seat
    this.#permissions = permissions
    this.#isEndingAnnounced = false
    if (permissions.read) return this.close(permissions.read)
    if (!wasOpen) this.tellIfOpen()
  }

  /** Tell the client that its edits are taken, if they are. */
  tellIfOpen(): void {
    if (this.mayWrite) this.#sendStateless(encodeRefusalMessage({ type: 'writing.open' }))
  }

  /** Tell the client's page that its seat is not what it was; asks nothing of it. */
  tellSeatChanged(): void {
    if (!this.#isClosed) this.#sendStateless(encodeRefusalMessage({ type: 'seat.changed' }))
  }

  /** Tell the client that writing ends; resolves when everything it typed before is written, or it is gone. */
  async flush(message: { id: string; reason: ErrorCode; graceMs: number }): Promise<void> {
    this.#isEndingAnnounced = true
    const answered = new Promise<void>((resolve) => this.#flushes.set(message.id, resolve))
    this.#sendStateless(encodeRefusalMessage({ type: 'writing.ending', ...message }))
    await answered
    this.#flushes.delete(message.id)
    await this.drained()
  }

  /** What was announced does not come after all. */
  takeBackEnding(): void {
    if (this.#isClosed || !this.#isEndingAnnounced) return
    this.#isEndingAnnounced = false
    this.tellIfOpen()
  }

  /** Resolves when nothing of this channel is on its way to the disk. */
  drained(): Promise<void> {
    if (this.#isClosed || this.#updates.isDrained) return Promise.resolve()
    return new Promise((resolve) => this.#drained.push(resolve))
  }

  /** Close the document for the client, with a code of the error table. */
  close(code: ErrorCode): void {
    if (this.#isClosed) return
    this.#parts.connection.close({ code: ERRORS[code].close, reason: code })
    this.ended()
  }

  /** The engine's connection is gone, whoever ended it. */
  ended(isCutOff = false): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#updates.clear()
    this.#handshake.clear()
    this.#presence.clear()
    this.#parts.socket.setPaused(this, false)
    this.#parts.socket.forget(this)
    this.#parts.document.channels.delete(this)
    this.#parts.document.presence.leave(this)
    for (const resolve of this.#flushes.values()) resolve()
    this.#wakeDrained()
    this.#parts.onEnded(isCutOff)
  }

  #dispatch(frame: Frame, raw: Uint8Array): void {
    switch (frame.type) {
      case FRAME.sync:
        return this.#receiveSync(frame, raw)
      case FRAME.presence:
        return this.#presence.take(raw)
      case FRAME.queryPresence:
        return this.#receiveQuery()
      case FRAME.stateless:
        return this.#receiveStateless(frame, raw)
      case FRAME.close:
        this.ended()
        return this.#parts.connection.close({ code: 1000, reason: 'provider_initiated' })
      case FRAME.auth: // a provider that was made anew; the seat of an open document does not change
        return
      default:
        throw new AppError('update.malformed', 'a frame has an unknown type')
    }
  }

  #receiveSync({ body }: Frame, raw: Uint8Array): void {
    const kind = body.uint()
    if (kind === SYNC.step1) return this.#handshake.take(raw)
    if (kind !== SYNC.step2 && kind !== SYNC.update) throw new AppError('update.malformed', 'an unknown sync message')
    this.#updates.add(body.block(), { isHandshake: kind === SYNC.step2 })
  }

  /** Each one costs a whole board on the way back. */
  #forwardHandshake(raw: Uint8Array): void {
    this.#parts.socket.spend('handshakes')
    this.#parts.socket.spend('handshakesAtOnce')
    this.#parts.socket.forward(raw)
  }

  /** The hub tells everybody who is there anyway, so one that is too many needs no answer. */
  #receiveQuery(): void {
    if (this.#parts.socket.waitFor('handshakes') > 0) return
    this.#parts.socket.spend('handshakes')
    this.#parts.document.presence.sendCurrent(this)
  }

  #receiveStateless({ body }: Frame, raw: Uint8Array): void {
    if (raw.length > MAX_STATELESS_BYTES) throw new AppError('update.malformed', 'a message is too long')
    const message = parseRefusalMessage(body.string())
    if (message?.type === 'writing.flushed') this.#flushes.get(message.id)?.()
  }

  #sendAcknowledgements(count: number): void {
    const acknowledgement = acknowledgementFrame(this.name)
    for (let left = count; left > 0; left -= 1) this.#parts.socket.sendDirectly(acknowledgement)
  }

  #sendStateless(payload: string): void {
    this.#parts.socket.sendDirectly(statelessFrame(this.name, payload))
  }

  #fail(error: unknown): void {
    if (error instanceof AppError && isErrorCode(error.code)) {
      this.#parts.onRefused(error.code)
      return this.#refuse(error.code)
    }
    this.#parts.onFault(error)
    this.#refuse('internal')
  }

  #refuse(code: ErrorCode): void {
    this.#updates.clear()
    if (this.#updates.isWriting) this.#refusal = code
    else this.close(code)
  }

  #wakeDrained(): void {
    for (const resolve of this.#drained.splice(0)) resolve()
  }
}
