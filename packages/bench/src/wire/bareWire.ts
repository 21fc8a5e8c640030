import type { Wire } from './Wire.ts'

/** A frame is an update and nothing else. The server sends an empty frame when it has taken the client in. */
export const bareWire: Wire = {
  acknowledges: false,
  path: (place) => `/${place.documentName}`,
  greet: () => [],
  answer: () => [],
  encodeUpdate: (_place, update) => update,
  decode: (frame) => (frame.length === 0 ? [{ type: 'ready' }] : [{ type: 'update', update: frame }]),
}
