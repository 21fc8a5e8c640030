import { startServer, type ServerProcess } from '@tafelrunde/testkit'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The running product on a data folder of its own, as `npm start` starts it. */
export interface Product {
  readonly url: string
  /** End the server as the operator does, and start it again on the same data and port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Start the server on an empty data folder. `env` is added to its environment. */
export async function startProduct(env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tafelrunde-e2e-'))
  let server: ServerProcess = await startServer({ dataDir, env })
  const { port, url } = server
  return {
    url: url.replace('127.0.0.1', 'localhost'),
    async restart() {
      await server.kill('SIGTERM')
      server = await startServer({ dataDir, port, env })
    },
    async stop() {
      await server.kill('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
