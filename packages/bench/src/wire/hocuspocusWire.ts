import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { EMPTY_STATE_VECTOR, EMPTY_UPDATE, STEP_ONE, STEP_TWO, UPDATE } from './syncSteps.ts'
import type { Incoming, Place, Wire } from './Wire.ts'

// Message types of the Hocuspocus protocol.
const SYNC = 0
const AUTH = 2
const SYNC_REPLY = 4
const CLOSE = 7
const SYNC_STATUS = 8
const PING = 9
const PONG = 10

const AUTH_TOKEN = 0
const AUTH_DENIED = 1
const AUTHENTICATED = 2

/** The version that the provider tells; servers may use it to refuse what is too old. */
const PROVIDER_VERSION = '4.7.0'

const OTHER: readonly Incoming[] = [{ type: 'other' }]

/** The dialect of `@hocuspocus/provider`: ours on `/sync`, and the peers H and H16. */
export const hocuspocusWire: Wire = {
  acknowledges: true,
  path: () => '/sync',
  greet: (place) => [
    message(place, AUTH, (encoder) => {
      encoding.writeVarUint(encoder, AUTH_TOKEN)
      encoding.writeVarString(encoder, place.token)
      encoding.writeVarString(encoder, PROVIDER_VERSION)
    }),
  ],
  answer(place, frame) {
    if (isPing(frame)) return [new Uint8Array([PONG])]
    const { type, decoder } = open(frame)
    if (type === AUTH && decoding.readVarUint(decoder) === AUTHENTICATED)
      return [syncStep(place, STEP_ONE, EMPTY_STATE_VECTOR)]
    if ((type === SYNC || type === SYNC_REPLY) && decoding.readVarUint(decoder) === STEP_ONE) {
      return [syncStep(place, STEP_TWO, EMPTY_UPDATE)]
    }
    return []
  },
  encodeUpdate: (place, update) => syncStep(place, UPDATE, update),
  decode(frame) {
    if (isPing(frame)) return OTHER
    const { type, decoder } = open(frame)
    if (type === SYNC_STATUS) {
      return [decoding.readVarUint(decoder) === 1 ? { type: 'acknowledged' } : { type: 'refused', reason: 'not saved' }]
    }
    if (type === SYNC || type === SYNC_REPLY) {
      const step = decoding.readVarUint(decoder)
      if (step === STEP_ONE) return OTHER
      const update = decoding.readVarUint8Array(decoder)
      return step === STEP_TWO ? [{ type: 'update', update }, { type: 'ready' }] : [{ type: 'update', update }]
    }
    if (type === AUTH && decoding.readVarUint(decoder) === AUTH_DENIED) {
      return [{ type: 'refused', reason: decoding.readVarString(decoder) }]
    }
    if (type === CLOSE) return [{ type: 'refused', reason: decoding.readVarString(decoder) }]
    return OTHER
  },
}

/** Sign of life for the whole socket, the only message without a document's name. */
function isPing(frame: Uint8Array): boolean {
  return frame.length === 1 && frame[0] === PING
}

function open(frame: Uint8Array): { type: number; decoder: decoding.Decoder } {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarString(decoder) // the document's name
  return { type: decoding.readVarUint(decoder), decoder }
}

function message(place: Place, type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, place.documentName)
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

function syncStep(place: Place, step: number, bytes: Uint8Array): Uint8Array {
  return message(place, SYNC, (encoder) => {
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}
