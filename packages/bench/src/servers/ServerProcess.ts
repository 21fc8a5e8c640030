import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

const START_LIMIT_MS = 30_000
const SHOWN_OUTPUT = 2000

/** The command line and environment of a server on a port. */
export type ServerCommand = (port: number) => { readonly args: readonly string[]; readonly env?: NodeJS.ProcessEnv }

/** One server in a process of its own, on a free port of the loopback interface. */
export class ServerProcess {
  readonly port: number
  readonly #command: ServerCommand
  readonly #readyPath: string
  #child: ChildProcess | null = null
  #output = ''

  private constructor(port: number, command: ServerCommand, readyPath: string) {
    this.port = port
    this.#command = command
    this.#readyPath = readyPath
  }

  /** `readyPath` answers over HTTP, with whatever status below 500, as soon as the server takes connections. */
  static async start(command: ServerCommand, readyPath = '/'): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), command, readyPath)
    await server.start()
    return server
  }

  async start(): Promise<void> {
    const { args, env } = this.#command(this.port)
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-SHOWN_OUTPUT)
      })
    }
    const deadline = performance.now() + START_LIMIT_MS
    while (!(await answers(this.port, this.#readyPath))) {
      if (child.exitCode !== null || performance.now() > deadline) {
        await this.end('SIGKILL')
        throw new Error(`${args.join(' ')} did not start:\n${this.#output}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
}

async function answers(port: number, path: string): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null)
  await answer?.body?.cancel()
  return answer !== null && answer.status < 500
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}
