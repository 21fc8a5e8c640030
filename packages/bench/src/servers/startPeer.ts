import { createRequire } from 'node:module'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Place, WireName } from '../wire/Wire.ts'
import { ServerProcess } from './ServerProcess.ts'
import type { ServerName, ServerUnderTest } from './ServerUnderTest.ts'

const FLUSH_DELAY_H16_MS = 16

/** Starts one of the peers with an empty store. */
export async function startPeer(name: Exclude<ServerName, 'ours'>): Promise<ServerUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'tafelrunde-bench-'))
  const databaseFile = join(folder, 'documents.sqlite')
  const server = await ServerProcess.start((port) => commandOf(name, { port, databaseFile }))
  let opened = 0
  return {
    name,
    wire: WIRE_OF[name],
    port: server.port,
    databaseFile: name === 'H' || name === 'H16' ? databaseFile : null,
    openRooms: async (sizes) =>
      sizes.map((size) => {
        const place: Place = { documentName: `room-${++opened}`, token: 'benchmark' }
        return Array.from({ length: size }, () => place)
      }),
    kill: () => server.end('SIGKILL'),
    restart: () => server.start(),
    async stop() {
      await server.end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const WIRE_OF: Readonly<Record<Exclude<ServerName, 'ours'>, WireName>> = {
  H: 'hocuspocus',
  H16: 'hocuspocus',
  Y: 'y-websocket',
  W: 'bare',
}

function commandOf(
  name: Exclude<ServerName, 'ours'>,
  { port, databaseFile }: { port: number; databaseFile: string },
): { args: readonly string[]; env?: NodeJS.ProcessEnv } {
  const peers = join(import.meta.dirname, '../peers')
  if (name === 'W') return { args: [join(peers, 'broadcastPeer.ts'), String(port)] }
  if (name === 'Y') return { args: [yWebsocketServer()], env: { HOST: '127.0.0.1', PORT: String(port) } }
  const hocuspocus = [join(peers, 'hocuspocusPeer.ts'), String(port), databaseFile]
  return { args: name === 'H16' ? [...hocuspocus, String(FLUSH_DELAY_H16_MS)] : hocuspocus }
}

/** The server that y-websocket 2 ships, unchanged; its package exports do not name the file. */
function yWebsocketServer(): string {
  const entry = createRequire(import.meta.url).resolve('y-websocket')
  return join(dirname(entry), '../bin/server.cjs')
}
