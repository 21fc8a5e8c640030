import * as encoding from 'lib0/encoding'
import { ByteReader } from './ByteReader.ts'

/** Message types of the Hocuspocus protocol (4.7). */
export const FRAME = {
  sync: 0,
  presence: 1,
  auth: 2,
  queryPresence: 3,
  syncReply: 4,
  stateless: 5,
  close: 7,
  syncStatus: 8,
  ping: 9,
  pong: 10,
} as const

/** Kinds of sync messages of y-protocols. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** A keep-alive of the protocol: one byte, no document. The provider hangs up when it hears nothing for 30 s. */
export const PING = new Uint8Array([FRAME.ping])

/** A client's sign of life, with nothing to read in it. */
export const PONG = new Uint8Array([FRAME.pong])

/** Address and type of a frame; `body` stands behind the type. */
export interface Frame {
  readonly address: string
  readonly type: number
  readonly body: ByteReader
}

/** Longest document address; names have 29 characters at most. */
const MAX_ADDRESS_BYTES = 64

/** Read the head of a frame, or null if it has none. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const body = new ByteReader(bytes)
    if ((bytes[0] ?? 255) > MAX_ADDRESS_BYTES) return null
    const address = body.string()
    return { address, type: body.uint(), body }
  } catch {
    return null
  }
}

/** Type of a frame that our own engine has made, without decoding its address. */
export function typeOfOwnFrame(bytes: Uint8Array): number {
  const length = bytes[0] ?? 0
  return length < 128 ? (bytes[1 + length] ?? -1) : -1
}

/** Kind of a sync frame that our own engine has made (see `SYNC`), -1 for every other frame. */
export function syncKindOfOwnFrame(bytes: Uint8Array): number {
  const end = 1 + (bytes[0] ?? 0)
  return bytes[end] === FRAME.sync ? (bytes[end + 1] ?? -1) : -1
}

/** The update inside an update frame that our own engine has made. */
export function updateOfOwnFrame(bytes: Uint8Array): Uint8Array {
  const reader = new ByteReader(bytes)
  reader.block()
  reader.uint()
  reader.uint()
  return reader.block()
}

/** Address of a frame that our own engine has made. */
export function addressOfOwnFrame(bytes: Uint8Array): string {
  return new ByteReader(bytes).string()
}

function frame(address: string, type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, address)
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** “Your update is on disk”; the provider counts one per update that it has sent. */
export function acknowledgementFrame(address: string): Uint8Array {
  return frame(address, FRAME.syncStatus, (encoder) => encoding.writeVarUint(encoder, 1))
}

/** “This document is closed for you”, with a code of the error table as the reason. */
export function closeFrame(address: string, reason: string): Uint8Array {
  return frame(address, FRAME.close, (encoder) => encoding.writeVarString(encoder, reason))
}

/** “You may not open this document”, with a code of the error table as the reason. */
export function deniedFrame(address: string, reason: string): Uint8Array {
  return frame(address, FRAME.auth, (encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, reason)
  })
}

export function statelessFrame(address: string, payload: string): Uint8Array {
  return frame(address, FRAME.stateless, (encoder) => encoding.writeVarString(encoder, payload))
}

export function updateFrame(address: string, update: Uint8Array): Uint8Array {
  return frame(address, FRAME.sync, (encoder) => {
    encoding.writeVarUint(encoder, SYNC.update)
    encoding.writeVarUint8Array(encoder, update)
  })
}

/** Presence of some clients, each already encoded as an entry of the awareness protocol. */
export function presenceFrame(address: string, entries: readonly Uint8Array[]): Uint8Array {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, entries.length)
  for (const entry of entries) encoding.writeUint8Array(update, entry)
  const bytes = encoding.toUint8Array(update)
  return frame(address, FRAME.presence, (encoder) => encoding.writeVarUint8Array(encoder, bytes))
}

/** One entry of the awareness protocol: client id, clock, state as JSON. */
export function presenceEntry(clientId: number, clock: number, state: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, state)
  return encoding.toUint8Array(encoder)
}
