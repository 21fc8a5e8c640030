import { LeanSocket } from '../generator/LeanSocket.ts'
import { hocuspocusWire } from '../wire/hocuspocusWire.ts'
import type { Onlooker } from './Onlooker.ts'

/** Sync the run state of a workshop with a seat; resolves when the first state is here. */
export function watchRunState(
  { port, workshopId, token }: { readonly port: number; readonly workshopId: string; readonly token: string },
  onlooker: Onlooker,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const place = { documentName: `workshop/${workshopId}`, token }
  const socket: LeanSocket = new LeanSocket(port, hocuspocusWire.path(place), {
    onOpen: () => {
      for (const frame of hocuspocusWire.greet(place)) socket.send(frame)
    },
    onFrame: (frame) => {
      onlooker.take(Buffer.from(frame))
      for (const answer of hocuspocusWire.answer(place, frame)) socket.send(answer)
      for (const incoming of hocuspocusWire.decode(frame)) {
        if (incoming.type === 'refused') reject(new Error(`the run state was refused: ${incoming.reason}`))
        if (incoming.type === 'ready') resolve()
      }
    },
    onClose: (reason) => reject(new Error(`the socket of an onlooker has closed: ${reason}`)),
  })
  return promise
}
