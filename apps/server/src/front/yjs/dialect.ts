import * as encoding from 'lib0/encoding'
import { ByteReader } from '../ByteReader.ts'
import { FRAME, readFrame } from '../frames.ts'
import { entriesOf, type AwarenessEntry } from './Echoes.ts'

/**
 * The y-websocket protocol (2.x): one document per socket, so a message is type and body without an address. Bodies of
 * sync, awareness and its query are those of the Hocuspocus protocol.
 */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const

/** Types that a client sends. */
const FROM_CLIENT: ReadonlySet<number> = new Set([MESSAGE.sync, MESSAGE.awareness, MESSAGE.queryAwareness])

/** An awareness message about nobody: changes nothing, calls for no answer, and the client has heard something. */
export const NOTHING_NEW = new Uint8Array([MESSAGE.awareness, 1, 0])

/** “You may not”, with a code of the error table as the reason; clients show it and go on. */
export function deniedMessage(reason: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}

/** A client's message as a frame of the address, or null if it is no message of this protocol. */
export function frameOf(address: string, message: Uint8Array): Uint8Array | null {
  const type = message[0]
  if (type === undefined || !FROM_CLIENT.has(type)) return null
  const head = addressOf(address)
  const frame = new Uint8Array(head.length + message.length)
  frame.set(head)
  frame.set(message, head.length)
  return frame
}

/** The frame with which a client of the Hocuspocus protocol shows its token. */
export function tokenFrame(address: string, token: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, addressOf(address))
  encoding.writeVarUint(encoder, FRAME.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, token)
  return encoding.toUint8Array(encoder)
}

/** What a frame of the server means in this protocol. */
export type Meaning =
  | { readonly message: Uint8Array }
  | { readonly awareness: Uint8Array; readonly entries: readonly AwarenessEntry[] }
  /** The document is refused or closed, with the reason. */
  | { readonly refusal: string }
  /** A message for our own clients. */
  | { readonly stateless: string }

/** Read a frame that our own server has made; null for what this protocol has no word for. */
export function meaningOf(frame: Uint8Array): Meaning | null {
  const start = 1 + (frame[0] ?? 0)
  switch (frame[start]) {
    case FRAME.sync:
      return { message: frame.subarray(start) }
    case FRAME.presence: {
      const awareness = frame.subarray(start)
      return { awareness, entries: entriesOf(awareness) ?? [] }
    }
    case FRAME.syncReply: {
      const message = frame.slice(start)
      message[0] = MESSAGE.sync
      return { message }
    }
    case FRAME.auth: {
      const body = new ByteReader(frame.subarray(start + 1))
      return body.uint() === 1 ? { refusal: body.string() } : null
    }
    case FRAME.close:
      return { refusal: readFrame(frame)?.body.string() ?? '' }
    case FRAME.stateless:
      return { stateless: readFrame(frame)?.body.string() ?? '' }
    default: // acknowledgements
      return null
  }
}

function addressOf(address: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, address)
  return encoding.toUint8Array(encoder)
}
