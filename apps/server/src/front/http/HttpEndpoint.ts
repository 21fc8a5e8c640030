import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { EntryReader, MalformedEntries } from '@tafelrunde/http-socket'
import { AppError, ERRORS, type ErrorCode } from '@tafelrunde/protocol'
import { LIMITS } from '@tafelrunde/schema/plain'
import { refuseOrigin, schemaVersionOf, type OriginCheck } from '../acceptSocket.ts'
import type { Front } from '../Front.ts'
import { BodyRoom } from './BodyRoom.ts'
import { HttpWire, type Taken } from './HttpWire.ts'
import { readBody } from './readBody.ts'
import type { ReceiveMode } from './ReceiveAnswer.ts'

/** The requests of a connection; each is an address of its own. */
export type HttpCall = 'open' | 'send' | 'receive' | 'close'

/** A frame is an update and its address; the same as for WebSockets. */
const MAX_FRAME_BYTES = LIMITS.updateBytes + 4_096

/** A client fills its requests with 128 kB, or with one frame. */
const MAX_BODY_BYTES = MAX_FRAME_BYTES + 16_384

/** Frames of one request; a client sends 1,000 at most. */
const MAX_FRAMES = 2_000

/** What the bodies of all requests that are being read may take together. */
const MAX_BYTES_BEING_READ = 64 * 1024 * 1024

const CONNECTION = /^[\w-]{22}$/
const NUMBER = /^\d{1,15}$/

/** What the endpoint needs. */
export interface HttpEndpointOptions {
  readonly front: Front
  readonly isAllowedOrigin: OriginCheck
  /** A request was refused. */
  readonly onRefused: (code: ErrorCode) => void
  /** A bug. */
  readonly onFault: (error: unknown) => void
}

/**
 * The sync protocol over plain HTTP requests, for networks that let no WebSocket through. A connection is known by a
 * secret of 128 random bits that travels in a header only and is never logged.
 *
 * T10  What holds for a WebSocket holds here: origin, sizes, rates, strangers, the stop of the server.
 */
export class HttpEndpoint {
  readonly #options: HttpEndpointOptions
  readonly #wires = new Map<string, HttpWire>()
  readonly #room = new BodyRoom(MAX_BYTES_BEING_READ)

  constructor(options: HttpEndpointOptions) {
    this.#options = options
  }

  /** Connections that are open. */
  get size(): number {
    return this.#wires.size
  }

  /** Answer one request; its body must not have been read. Never throws. */
  answer(call: HttpCall, request: IncomingMessage, response: ServerResponse): void {
    response.on('error', () => response.destroy())
    this.#answer(call, request, response).catch((error: unknown) => this.#refuse(request, response, error))
  }

  async #answer(call: HttpCall, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = refuseOrigin(request, this.#options.isAllowedOrigin)
    if (foreign) throw new AppError(foreign, 'the page that sent this is of another origin')
    if (call === 'open') return this.#open(request, response)
    const wire = this.#wireOf(request)
    if (call === 'receive') {
      return wire.receive(response, { mode: modeOf(request), received: numberOf(request, 'received') })
    }
    const taken = await this.#take(wire, request)
    if (taken === null) return
    if (call === 'close') wire.terminate()
    if (taken === 'busy') throw new AppError('request.tooMany', 'the server reads no more at this moment')
    if (taken === 'taken') return void response.writeHead(204, NOT_STORED).end()
    response.writeHead(200, { ...NOT_STORED, 'content-type': 'application/octet-stream' }).end(taken.end)
  }

  #open(request: IncomingMessage, response: ServerResponse): void {
    const connection = randomBytes(16).toString('base64url')
    this.#options.front.open(
      (events) => {
        const wire = new HttpWire(events, () => this.#wires.delete(connection))
        this.#wires.set(connection, wire)
        return wire
      },
      { schemaVersion: schemaVersionOf(request) },
    )
    answerJson(response, 201, { connection })
  }

  /** Take the frames of a request; null when nobody waits for an answer. */
  async #take(wire: HttpWire, request: IncomingMessage): Promise<Taken | null> {
    const received = numberOf(request, 'received')
    const first = numberOf(request, 'first')
    const sending = wire.beginSending()
    const room = this.#room.enter()
    try {
      const signal = AbortSignal.any([sending, room.signal])
      const body = await readBody(request, { maxBytes: MAX_BODY_BYTES, signal, onBytes: (bytes) => room.add(bytes) })
      return body && (await wire.take({ first, received, frames: framesOf(body) }, sending))
    } finally {
      room.leave()
    }
  }

  #wireOf(request: IncomingMessage): HttpWire {
    const connection = headerOf(request, 'connection')
    const wire = CONNECTION.test(connection) ? this.#wires.get(connection) : undefined
    if (!wire) throw new AppError('connection.unknown', 'there is no such connection')
    return wire
  }

  #refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const code = error instanceof AppError ? error.code : 'internal'
    if (code === 'internal') this.#options.onFault(error)
    else this.#options.onRefused(code)
    if (response.headersSent) return void response.destroy()
    // What was not read of a body must not be taken for the next request.
    if (!request.complete) response.setHeader('connection', 'close')
    const message = error instanceof AppError ? error.message : 'the server has failed; the failure was logged'
    answerJson(response, ERRORS[code].http, { error: code, message })
  }
}

const NOT_STORED = { 'cache-control': 'no-store' } as const

function answerJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { ...NOT_STORED, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(body))
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[`tafelrunde-${name}`]
  return typeof value === 'string' ? value : ''
}

function numberOf(request: IncomingMessage, name: string): number {
  const value = headerOf(request, name)
  if (!NUMBER.test(value)) throw new AppError('request.malformed', `tafelrunde-${name}: must be a number`)
  return Number(value)
}

function modeOf(request: IncomingMessage): ReceiveMode {
  const mode = headerOf(request, 'mode')
  if (mode === 'stream' || mode === 'poll' || mode === 'now') return mode
  throw new AppError('request.malformed', 'tafelrunde-mode: must be stream, poll or now')
}

/** The frames of a body. @throws AppError `request.malformed` */
function framesOf(body: Uint8Array): Uint8Array[] {
  try {
    const reader = new EntryReader({ maxFrameBytes: MAX_FRAME_BYTES, maxEntries: MAX_FRAMES })
    const frames = reader.read(body).map((entry) => {
      if (entry.type !== 'frame') throw new MalformedEntries('an entry is no frame')
      return entry.frame
    })
    if (!reader.isAtEntryEnd) throw new MalformedEntries('the last entry is not whole')
    return frames
  } catch (error) {
    if (!(error instanceof MalformedEntries)) throw error
    throw new AppError('request.malformed', `the body is not made of frames: ${error.message}`, { cause: error })
  }
}
