import { parseDocumentName, type DocumentName, type ErrorCode } from '@tafelrunde/protocol'
import { isBoardRoot, type SeatId } from '@tafelrunde/schema/plain'
import * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'
import { Channel } from '../../src/front/Channel.ts'
import { ClaimTable } from '../../src/front/ClaimTable.ts'
import { FRAME, readFrame, SYNC, updateFrame } from '../../src/front/frames.ts'
import { FrontSocket } from '../../src/front/FrontSocket.ts'
import { OpenDocument } from '../../src/front/OpenDocument.ts'
import { SeatBudget } from '../../src/front/SeatBudget.ts'
import type { SeatPermissions } from '../../src/front/seatPermissions.ts'
import { WorkTurns } from '../../src/front/WorkTurns.ts'
import type { Journal } from '../../src/journal/Journal.ts'
import type { Seat } from '../../src/seams.ts'
import { FakeWire } from '../../src/testing/FakeWire.ts'
import { ORDINARY_SEAT } from '../../src/testing/ordinarySeat.ts'

/** The board that everything is sent to. */
export const BOARD: DocumentName = 'group/Gaaaaaaaaaaaaaaaaaaaaa'

const SEAT: Seat = {
  id: 'Saaaaaaaaaaaaaaaaaaaaa' as SeatId,
  workshopId: 'Waaaaaaaaaaaaaaaaaaaaa' as Seat['workshopId'],
  groupId: 'Gaaaaaaaaaaaaaaaaaaaaa' as Seat['groupId'],
  role: 'participant',
  name: 'Anna',
  organisation: '',
  ...ORDINARY_SEAT,
}

/** All roots of a board are open. */
export const OPEN: SeatPermissions = {
  read: null,
  write: null,
  refuseRoot: (root) => (isBoardRoot(root) ? null : 'update.unknownRoot'),
  lockedCanvasIds: [],
}

/** Notes and recommendations are open, everything else is not. */
export const HALF_OPEN: SeatPermissions = {
  ...OPEN,
  refuseRoot: (root) => (root === 'items' || root === 'recommendations' ? null : 'step.closed'),
}

/** What became of a frame. */
export interface Outcome {
  /** How long the front was busy with it. */
  readonly ms: number
  readonly refused: ErrorCode | 'socket' | null
  /** Updates that it let through to the engine, which would write them. */
  readonly forwarded: readonly Uint8Array[]
}

/**
 * One open document on one socket: a real FrontSocket and Channel, an engine that writes down what it is given, and a
 * journal that writes nothing. Faults that are not refusals are thrown.
 */
export class FrontBench {
  readonly #ydoc: Y.Doc
  readonly #permissions: SeatPermissions
  #socket: FrontSocket
  #document: OpenDocument
  #wire = new FakeWire()
  #forwarded: Uint8Array[] = []
  #refused: ErrorCode | null = null
  #fault: Error | null = null

  constructor(ydoc: Y.Doc, permissions = HALF_OPEN) {
    this.#ydoc = ydoc
    this.#permissions = permissions
    this.#document = this.#newDocument()
    this.#socket = this.#open()
  }

  /** Give the front a frame of the client, on a socket that has done nothing but its handshake. @throws what it throws */
  receive(frame: Uint8Array): Outcome {
    this.#renew()
    const startedAt = performance.now()
    this.#socket.receive(frame)
    const ms = performance.now() - startedAt
    if (this.#fault) throw this.#fault
    const isSocketClosed = this.#wire.ended !== null
    return { ms, refused: isSocketClosed ? 'socket' : this.#refused, forwarded: this.#forwarded.filter(isUpdate) }
  }

  close(): void {
    this.#socket.closed()
    this.#document.presence.close()
  }

  #renew(): void {
    this.close()
    this.#forwarded = []
    this.#refused = null
    this.#fault = null
    this.#wire = new FakeWire()
    this.#document = this.#newDocument()
    this.#socket = this.#open()
  }

  #newDocument(): OpenDocument {
    const parsed = parseDocumentName(BOARD)
    if (!parsed) throw new Error('not a name')
    return new OpenDocument({ name: BOARD, parsed, ydoc: this.#ydoc, claims: new ClaimTable(new Map()) })
  }

  #open(): FrontSocket {
    const socket = new FrontSocket({
      makeWire: () => this.#wire,
      about: { schemaVersion: null },
      host: {
        heard: () => undefined,
        admitted: () => undefined,
        seated: () => new SeatBudget(),
        exhausted: () => undefined,
        closed: () => undefined,
      },
    })
    socket.connect({ handleMessage: (frame) => void this.#forwarded.push(frame), handleClose: () => undefined })
    const channel = new Channel({
      socket,
      journal: NO_JOURNAL,
      document: this.#document,
      connection: { close: () => undefined },
      seat: SEAT,
      permissions: this.#permissions,
      turns: new WorkTurns(),
      onRefused: (code) => void (this.#refused = code),
      onFault: (error) => void (this.#fault = error instanceof Error ? error : new Error(String(error))),
      onEnded: () => undefined,
    })
    socket.opened(channel)
    socket.receive(handshakeFrame())
    return socket
  }
}

const NO_JOURNAL = { claim: () => Promise.resolve() } as unknown as Journal

/** An update as a provider frames it. */
export function framed(update: Uint8Array): Uint8Array {
  return updateFrame(BOARD, update)
}

/** The answer of a client that has nothing new. */
function handshakeFrame(): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, BOARD)
  encoding.writeVarUint(encoder, FRAME.sync)
  encoding.writeVarUint(encoder, SYNC.step2)
  encoding.writeVarUint8Array(encoder, new Uint8Array([0, 0]))
  return encoding.toUint8Array(encoder)
}

function isUpdate(frame: Uint8Array): boolean {
  const read = readFrame(frame)
  return read?.type === FRAME.sync && read.body.uint() === SYNC.update
}
