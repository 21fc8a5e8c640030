import { connect } from 'node:net'
import type { Onlooker } from './Onlooker.ts'

/** Hold the plenary's event stream of a seat; resolves when the first state has begun to arrive. */
export function watchStream(
  { port, workshopId, token }: { readonly port: number; readonly workshopId: string; readonly token: string },
  onlooker: Onlooker,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  socket.on('connect', () => {
    const lines = [
      `GET /api/v1/workshops/${workshopId}/plenary/events HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Authorization: Bearer ${token}`,
      'Accept: text/event-stream',
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  })
  socket.once('data', (head) => {
    if (head.toString('latin1', 0, 12) === 'HTTP/1.1 200') resolve()
    else reject(new Error(`the stream answered ${head.toString('latin1', 0, 60)}`))
  })
  socket.on('data', (bytes) => onlooker.take(bytes))
  socket.on('error', reject)
  return promise
}
