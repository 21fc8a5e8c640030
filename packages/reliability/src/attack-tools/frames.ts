import type { Place, WireName } from '@tafelrunde/bench/Wire'
import * as encoding from 'lib0/encoding'

// Message types that Hocuspocus and y-websocket share.
const PRESENCE = 1
const SYNC = 0

/** One entry of a presence frame; `state` is JSON text, well formed or not. */
export interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  readonly state: string
}

/** A presence frame as a client would send it. */
export function presenceFrame(wire: WireName, place: Place, entries: readonly PresenceEntry[]): Uint8Array {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(update, clientId)
    encoding.writeVarUint(update, clock)
    encoding.writeVarString(update, state)
  }
  return addressed(wire, place, (encoder) => {
    encoding.writeVarUint(encoder, PRESENCE)
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update))
  })
}

/** A request for the whole document. */
export function handshakeFrame(wire: WireName, place: Place): Uint8Array {
  return addressed(wire, place, (encoder) => {
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint8Array(encoder, new Uint8Array([0]))
  })
}

/** A frame of any type with any body. */
export function rawFrame(wire: WireName, place: Place, { type, body }: { type: number; body: Uint8Array }): Uint8Array {
  return addressed(wire, place, (encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeUint8Array(encoder, body)
  })
}

function addressed(wire: WireName, { documentName }: Place, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  if (wire === 'hocuspocus') encoding.writeVarString(encoder, documentName)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
