import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateWorkshopResponse, JoinResponse } from '@tafelrunde/protocol'
import { SERVER_ARGUMENTS } from '@tafelrunde/testkit'
import type { Place } from '../wire/Wire.ts'
import { ServerProcess } from './ServerProcess.ts'
import type { ServerUnderTest } from './ServerUnderTest.ts'

const MAIN = join(import.meta.dirname, '../../../../apps/server/src/main.ts')
/** Seats per link are throttled: a refused one is asked for again after a while. */
const JOIN_PATIENCE_MS = 60_000
const JOIN_RETRY_MS = 250

/** Starts Tafelrunde as `npm start` does, on an empty data folder; rooms are the boards of a real workshop's groups. */
export async function startOurs(): Promise<ServerUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tafelrunde-bench-'))
  const server = await ServerProcess.start(
    (port) => ({
      args: [...SERVER_ARGUMENTS, MAIN],
      env: { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    }),
    '/readyz',
  ).catch(async (error: unknown) => {
    await rm(dataDir, { recursive: true, force: true })
    throw error
  })
  const baseUrl = `http://127.0.0.1:${server.port}`
  return {
    name: 'ours',
    wire: 'hocuspocus',
    port: server.port,
    databaseFile: null,
    openRooms: (sizes) => openRooms(baseUrl, sizes),
    kill: () => server.end('SIGKILL'),
    restart: () => server.start(),
    async stop() {
      await server.end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function openRooms(baseUrl: string, sizes: readonly number[]): Promise<readonly (readonly Place[])[]> {
  const groups = sizes.map((size, index) => ({ name: `Gruppe ${index + 1}`, maxSeats: Math.max(8, size) }))
  const created = await post(`${baseUrl}/api/v1/workshops`, { title: 'Lasttest', groups })
  const workshop = CreateWorkshopResponse.parse(created.body)
  const rooms: Place[][] = []
  for (const [index, group] of workshop.groups.entries()) {
    const invite = new URL(group.link).hash.slice(1)
    const places: Place[] = []
    for (let person = 0; person < (sizes[index] ?? 0); person++) {
      const token = await takeSeat(baseUrl, { invite, name: `Person ${person + 1}` })
      places.push({ documentName: `group/${group.id}`, token })
    }
    rooms.push(places)
  }
  return rooms
}

async function takeSeat(baseUrl: string, request: { invite: string; name: string }): Promise<string> {
  const deadline = performance.now() + JOIN_PATIENCE_MS
  for (;;) {
    const { status, body } = await post(`${baseUrl}/api/v1/seats`, request)
    if (status === 201) return JoinResponse.parse(body).token
    if (status !== 429 || performance.now() > deadline) throw new Error(`no seat: ${status} ${JSON.stringify(body)}`)
    await new Promise((resolve) => setTimeout(resolve, JOIN_RETRY_MS))
  }
}

async function post(url: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: await answer.json() }
}
