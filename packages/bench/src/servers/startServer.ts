import type { ServerName, ServerUnderTest } from './ServerUnderTest.ts'
import { startOurs } from './startOurs.ts'
import { startPeer } from './startPeer.ts'

/** Starts a server by its name; the caller stops it. */
export function startServer(name: ServerName): Promise<ServerUnderTest> {
  return name === 'ours' ? startOurs() : startPeer(name)
}
