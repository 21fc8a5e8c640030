import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CreateWorkshopResponse, ErrorCode, JoinResponse } from '@tafelrunde/protocol'
import { composeServer, type RunningServer, type ServerNeeds } from '../../src/composeServer.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/observability/log.ts'
import { openDatabase } from '../../src/store/openDatabase.ts'
import type { SqliteDatabase } from '../../src/store/SqliteDatabase.ts'

/** An answer as a client sees it. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number
  readonly body: T & { readonly error?: ErrorCode; readonly message?: string }
  readonly headers: Headers
}

/** What a call sends. */
export interface Call {
  readonly token?: string | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What a test replaces. */
export type TestServerOptions = Pick<ServerNeeds, 'webRoot' | 'now' | 'rehearsalPace'>

/** The whole server of this repository on a free port and a folder of its own, spoken to by real HTTP. */
export class TestServer {
  readonly dataDir: string
  /** Every line that the server has logged. */
  readonly logged: string[] = []
  #environment: Readonly<Record<string, string>>
  readonly #options: TestServerOptions
  #database: SqliteDatabase | null = null
  #server: RunningServer | null = null

  private constructor(environment: Readonly<Record<string, string>>, options: TestServerOptions) {
    this.#environment = environment
    this.#options = options
    this.dataDir = mkdtempSync(join(tmpdir(), 'tafelrunde-http-'))
  }

  static async start(
    environment: Readonly<Record<string, string>> = {},
    options: TestServerOptions = {},
  ): Promise<TestServer> {
    const server = new TestServer(environment, options)
    await server.#open()
    return server
  }

  get running(): RunningServer {
    if (!this.#server) throw new Error('the server does not run')
    return this.#server
  }

  get database(): SqliteDatabase {
    if (!this.#database) throw new Error('the server does not run')
    return this.#database
  }

  get address(): string {
    return `http://127.0.0.1:${this.running.port}`
  }

  /** Stop everything and start it again on the same folder. */
  async restart(environment = this.#environment): Promise<void> {
    this.#environment = environment
    await this.#close()
    await this.#open()
  }

  async stop(): Promise<void> {
    await this.#close()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  async call<T = Record<string, unknown>>(method: string, path: string, call: Call = {}): Promise<Answer<T>> {
    const headers: Record<string, string> = { ...call.headers }
    if (call.token !== undefined) headers['authorization'] = `Bearer ${call.token}`
    if (call.body !== undefined) headers['content-type'] ??= 'application/json'
    const body = typeof call.body === 'string' ? call.body : JSON.stringify(call.body)
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers,
      ...(call.body === undefined ? {} : { body }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : ({ text } as never) }
  }

  /** A workshop with two groups, unless the request says otherwise. */
  async createWorkshop(request: Readonly<Record<string, unknown>> = {}): Promise<CreateWorkshopResponse> {
    const body = { title: 'Marketing', groups: [{ name: 'Gründung' }, { name: 'Familien' }], ...request }
    const answer = await this.call<CreateWorkshopResponse>('POST', '/api/v1/workshops', { body })
    if (answer.status !== 201) throw new Error(`creating answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  /** Take a seat through a link. */
  async join(link: string, person: Readonly<Record<string, unknown>> = {}): Promise<JoinResponse> {
    const body = { invite: inviteOf(link), ...person }
    const answer = await this.call<JoinResponse>('POST', '/api/v1/seats', { body })
    if (answer.status !== 201) throw new Error(`joining answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  async #open(): Promise<void> {
    const config = parseConfig({ PORT: '0', DATA_DIR: this.dataDir, ...this.#environment })
    const log = createLog({ level: 'info', destination: { write: (line) => void this.logged.push(line) } })
    this.#database = await openDatabase(this.dataDir, { log })
    this.#server = await composeServer(config, {
      database: this.#database,
      log,
      ...this.#options,
    })
  }

  async #close(): Promise<void> {
    await this.#server?.close()
    await this.#database?.close()
    this.#server = null
    this.#database = null
  }
}

/** The token in the fragment of a link. */
export function inviteOf(link: string): string {
  return new URL(link).hash.slice(1)
}
