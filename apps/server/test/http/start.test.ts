import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import type { CreateWorkshopResponse, JoinResponse } from '@tafelrunde/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EventReader } from './EventReader.ts'
import { inviteOf } from './TestServer.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** A start of the product as an operator makes it. */
interface Start {
  readonly child: ChildProcess
  readonly output: () => string
  readonly ready: Promise<string>
  readonly exit: Promise<number | null>
}

let folder: string
let starts: Start[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tafelrunde-start-'))
  starts = []
})
afterEach(async () => {
  for (const { child } of starts) child.kill('SIGKILL')
  await Promise.all(starts.map(({ exit }) => exit))
  rmSync(folder, { recursive: true, force: true })
})

function start(environment: Readonly<Record<string, string>>): Start {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env: { PATH, DATA_DIR: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const ready = new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString()
      const address = /^Tafelrunde is ready: (\S+)$/m.exec(output)
      if (address && output.includes('server.started')) resolve(address[1] as string)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    void exit.then((code) => reject(new Error(`ended with ${code}:\n${output}`)))
  })
  ready.catch(() => undefined)
  const started = { child, output: () => output, ready, exit }
  starts.push(started)
  return started
}

async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return String(port)
}

async function post<T>(address: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as T
}

describe('a start', () => {
  test('says where it is, how to create a workshop, and on an empty folder the one-time setup link', async () => {
    const first = start({ PORT: await freePort() })
    const address = await first.ready
    expect(first.output()).toContain(`Create a workshop: ${address}/new`)
    expect(first.output()).toMatch(new RegExp(`setup link.*: ${address}/setup#[A-Za-z][A-Za-z0-9_-]{21}$`, 'm'))
    expect(first.output()).not.toContain('Warning')
    await post(address, '/api/v1/workshops', { title: 'x', groups: 1 })
    first.child.kill('SIGTERM')
    expect(await first.exit).toBe(0)
    const second = start({ PORT: await freePort() })
    await second.ready
    expect(second.output()).not.toContain('setup#')
  })

  test('warns when it is reachable from outside without legal pages', async () => {
    const { ready, output } = start({ PORT: await freePort(), PUBLIC_URL: 'http://tafel.test' })
    await ready
    expect(output()).toMatch(/Warning: .*without imprint/)
    expect(output()).toContain('with the token that the setup link gives')
  })

  test('ends with the whole list of what is wrong about the environment, and touches nothing', async () => {
    const data = join(folder, 'data')
    const { exit, output } = start({ DATA_DIR: data, PORT: 'eighty', RETENTION_DAYS: '-1', WHO_MAY_CREATE: 'me' })
    expect(await exit).not.toBe(0)
    for (const name of ['PORT', 'RETENTION_DAYS', 'WHO_MAY_CREATE']) expect(output()).toContain(`- ${name}: `)
    expect(existsSync(data)).toBe(false)
  })

  test('ends when the port is busy, and touches nothing', async () => {
    const busy = createServer()
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', () => resolve()))
    const { port } = busy.address() as AddressInfo
    const data = join(folder, 'data')
    const { exit, output } = start({ DATA_DIR: data, PORT: String(port) })
    expect(await exit).not.toBe(0)
    expect(output()).toContain(`port ${port} on 127.0.0.1 is in use`)
    expect(output()).not.toContain('    at ')
    expect(existsSync(data)).toBe(false)
    await new Promise<void>((resolve) => busy.close(() => resolve()))
  })

  test('ends when the folder cannot be written', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, 'not a folder')
    const { exit, output } = start({ DATA_DIR: join(file, 'data'), PORT: await freePort() })
    expect(await exit).not.toBe(0)
    expect(output()).toContain('storage.unwritable')
    expect(readFileSync(file, 'utf8')).toBe('not a folder')
  })

  test('a second one on the same folder ends, and the first one goes on', async () => {
    const first = start({ PORT: await freePort() })
    const address = await first.ready
    const second = start({ PORT: await freePort() })
    expect(await second.exit).not.toBe(0)
    expect(second.output()).toContain('storage.locked')
    const created = await post(address, '/api/v1/workshops', { title: 'x', groups: 1 })
    expect(created).toHaveProperty('workshop.id')
  })

  test('a folder whose server was killed is free again', async () => {
    const first = start({ PORT: await freePort() })
    await first.ready
    first.child.kill('SIGKILL')
    await first.exit
    await start({ PORT: await freePort() }).ready
  })

  test('ends on a damaged database and on one of a newer version, and leaves both as they are', async () => {
    const [data, newer] = [join(folder, 'data'), join(folder, 'newer')]
    const first = start({ DATA_DIR: data, PORT: await freePort() })
    await first.ready
    first.child.kill('SIGTERM')
    await first.exit
    cpSync(data, newer, { recursive: true })

    const file = join(data, 'tafelrunde.sqlite')
    writeFileSync(file, 'this was a database once')
    const damaged = start({ DATA_DIR: data, PORT: await freePort() })
    expect(await damaged.exit).not.toBe(0)
    expect(damaged.output()).toContain('storage.damaged')
    expect(readFileSync(file, 'utf8')).toBe('this was a database once')

    const database = new DatabaseSync(join(newer, 'tafelrunde.sqlite'))
    const [table] = database.prepare(`SELECT * FROM applied_script LIMIT 1`).all() as Record<string, unknown>[]
    database.prepare(`INSERT INTO applied_script (id, at) VALUES ('from-the-future-9', ?)`).run(Number(table!['at']))
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    const before = readFileSync(join(newer, 'tafelrunde.sqlite'))
    const late = start({ DATA_DIR: newer, PORT: await freePort() })
    expect(await late.exit).not.toBe(0)
    expect(late.output()).toContain('storage.newer')
    expect(readFileSync(join(newer, 'tafelrunde.sqlite')).equals(before)).toBe(true)
  })
})

describe('a stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s with open pages ends with 0 in under five seconds',
    async (signal) => {
      const { child, ready, exit } = start({ PORT: await freePort() })
      const address = await ready
      const body = { title: 'x', groups: 2 }
      const { workshop, links } = await post<CreateWorkshopResponse>(address, '/api/v1/workshops', body)
      const { token } = await post<JoinResponse>(address, '/api/v1/seats', { invite: inviteOf(links.owner) })
      const pages = await Promise.all(
        Array.from({ length: 10 }, () =>
          EventReader.open(`${address}/api/v1/workshops/${workshop.id}/cockpit/events`, token),
        ),
      )
      await Promise.all(pages.map((page) => page.first(({ event }) => event === 'state')))
      const startedAt = performance.now()
      child.kill(signal)
      expect(await exit).toBe(0)
      expect(performance.now() - startedAt).toBeLessThan(5000)
      expect(readdirSync(folder)).toContain('tafelrunde.sqlite')
    },
  )
})
