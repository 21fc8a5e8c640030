import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { SERVER_ARGUMENTS } from './serverArguments.ts'

/** How a server process is started. */
export interface ServerOptions {
  readonly dataDir: string
  /** Port to listen on; a free one if not given. */
  readonly port?: number
  /** Added to the environment of the process. */
  readonly env?: Readonly<Record<string, string>>
  /** Entry of the server; the one of this repository if not given. */
  readonly entry?: string
}

/** How a server process has ended. */
export interface ServerExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A server in a process of its own. */
export interface ServerProcess {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly exited: Promise<ServerExit>
  /** Everything it has written to standard output and standard error. */
  output(): string
  kill(signal: NodeJS.Signals): Promise<ServerExit>
}

const ENTRY = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
const READY = /Tafelrunde is ready: /

/**
 * Start the real server on a data folder and wait until it says that it is ready.
 *
 * @throws Error with its output when it ends before
 */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort())
  const environment: Record<string, string | undefined> = { ...process.env, ...options.env }
  const child = spawn(process.execPath, [...SERVER_ARGUMENTS, options.entry ?? ENTRY], {
    env: { ...environment, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: options.dataDir, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test that was given up must not leave its server behind.
  const killWithParent = (): void => void child.kill('SIGKILL')
  process.once('exit', killWithParent)
  child.once('exit', () => process.off('exit', killWithParent))
  let output = ''
  const exited = new Promise<ServerExit>((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })))
  const ready = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      if (READY.test(output)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
  })
  const first = await Promise.race([ready, exited])
  if (first) throw new Error(`the server ended (${first.code ?? first.signal}) before it was ready:\n${output}`)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid as number,
    exited,
    output: () => output,
    kill(signal) {
      child.kill(signal)
      return exited
    },
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
