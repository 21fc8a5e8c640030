import { spawn, type ChildProcess } from 'node:child_process'
import { freePort, until, type ServerExit } from '@tafelrunde/testkit'

const START_LIMIT_MS = 30_000
/** Enough to find the lines of a fault; a run of hours must not grow without bound. */
const KEPT_OUTPUT = 4_000_000

/** What is run, on the port that was found for it. */
export interface Command {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Answers over HTTP with a status below 500 as soon as the server takes connections. */
  readonly readyPath: string
}

/** A server in a process of its own on a free port of the loopback interface; can be killed and started again. */
export class ProcessUnderTest {
  readonly port: number
  readonly #command: Command
  #child: ChildProcess | null = null
  #exited: Promise<ServerExit> = Promise.resolve({ code: null, signal: null })
  #output = ''

  private constructor(port: number, command: Command) {
    this.port = port
    this.#command = command
  }

  /** @throws Error with its output when it does not start */
  static async start(commandOn: (port: number) => Command): Promise<ProcessUnderTest> {
    const port = await freePort()
    const server = new ProcessUnderTest(port, commandOn(port))
    await server.start()
    return server
  }

  get pid(): number {
    return this.#child?.pid ?? -1
  }

  get exited(): Promise<ServerExit> {
    return this.#exited
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null
  }

  get output(): string {
    return this.#output
  }

  async start(): Promise<void> {
    const { args, env, readyPath } = this.#command
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    const killWithParent = (): void => void child.kill('SIGKILL')
    process.once('exit', killWithParent)
    child.once('exit', () => process.off('exit', killWithParent))
    this.#exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-KEPT_OUTPUT)
      })
    }
    const answered = async (): Promise<boolean> => {
      if (!this.isRunning) return true
      const answer = await fetch(`http://127.0.0.1:${this.port}${readyPath}`)
      await answer.body?.cancel()
      return answer.status < 500
    }
    await until(answered, { what: 'the server to answer', timeoutMs: START_LIMIT_MS }).catch(() =>
      child.kill('SIGKILL'),
    )
    if (!this.isRunning) throw new Error(`${args.join(' ')} did not start:\n${this.#output.slice(-3000)}`)
  }

  kill(signal: NodeJS.Signals): Promise<ServerExit> {
    if (this.isRunning) this.#child?.kill(signal)
    return this.#exited
  }
}
