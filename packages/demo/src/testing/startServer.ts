import { SERVER_ARGUMENTS, until } from '@tafelrunde/testkit'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url))

/** A real server as a process of its own, on a fresh data folder and a free port. */
export interface ServerProcess {
  readonly baseUrl: string
  stop(): Promise<void>
}

/** Start the product as people do, and wait until it is ready. */
export async function startServer(): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tafelrunde-demo-test-'))
  const port = await freePort()
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, PORT: String(port) }
  const child = spawn(process.execPath, [...SERVER_ARGUMENTS, MAIN], { env, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const baseUrl = `http://localhost:${port}`
  await until(async () => (await fetch(`${baseUrl}/readyz`)).ok, { what: 'the server', timeoutMs: 30_000 })
  return {
    baseUrl,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return port
}
