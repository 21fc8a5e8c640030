import { WebSocketServer, type WebSocket } from 'ws'

// Peer W: every frame goes to everybody else in the room, nothing is kept or understood. The physical floor.
// Usage: broadcastPeer.ts PORT

const rooms = new Map<string, Set<WebSocket>>()

new WebSocketServer({ port: Number(process.argv[2]), host: '127.0.0.1' }).on('connection', (socket, request) => {
  const path = request.url ?? '/'
  const room = rooms.get(path) ?? new Set()
  rooms.set(path, room.add(socket))
  socket.on('message', (frame: Buffer) => {
    for (const other of room) if (other !== socket) other.send(frame)
  })
  socket.on('close', () => room.delete(socket))
  socket.send(Buffer.alloc(0))
})
