import type { Place, Wire } from '../wire/Wire.ts'
import { LeanSocket } from './LeanSocket.ts'

/** Joins a room afresh and gives the document as the server sends it: a Yjs update of its full state. */
export function loadDocument(wire: Wire, port: number, place: Place): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  let state: Uint8Array | null = null
  const socket = new LeanSocket(port, wire.path(place), {
    onOpen: () => {
      for (const frame of wire.greet(place)) socket.send(frame)
    },
    onFrame: (frame) => {
      for (const answer of wire.answer(place, frame)) socket.send(answer)
      for (const message of wire.decode(frame)) {
        if (message.type === 'update') state ??= message.update
        if (message.type === 'ready' && state) resolve(state)
        if (message.type === 'refused') reject(new Error(message.reason))
      }
    },
    onClose: (reason) => reject(new Error(reason)),
  })
  return promise.finally(() => socket.close())
}
