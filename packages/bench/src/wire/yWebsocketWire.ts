import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { EMPTY_STATE_VECTOR, EMPTY_UPDATE, STEP_ONE, STEP_TWO, UPDATE } from './syncSteps.ts'
import type { Wire } from './Wire.ts'

const SYNC = 0

/** The dialect of `y-websocket`: the room is the path, and nothing is acknowledged. */
export const yWebsocketWire: Wire = {
  acknowledges: false,
  path: (place) => `/${place.documentName}`,
  greet: () => [syncStep(STEP_ONE, EMPTY_STATE_VECTOR)],
  answer(_place, frame) {
    const decoder = decoding.createDecoder(frame)
    const asksForOurs = decoding.readVarUint(decoder) === SYNC && decoding.readVarUint(decoder) === STEP_ONE
    return asksForOurs ? [syncStep(STEP_TWO, EMPTY_UPDATE)] : []
  },
  encodeUpdate: (_place, update) => syncStep(UPDATE, update),
  decode(frame) {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== SYNC) return [{ type: 'other' }]
    const step = decoding.readVarUint(decoder)
    if (step === STEP_ONE) return [{ type: 'other' }]
    const update = decoding.readVarUint8Array(decoder)
    return step === STEP_TWO ? [{ type: 'update', update }, { type: 'ready' }] : [{ type: 'update', update }]
  },
}

function syncStep(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
