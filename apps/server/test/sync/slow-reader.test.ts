import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { documentName } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import { Participant, until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './inProcess.ts'

const PLACE = { canvasId: null, fieldId: 'free' } as const
const MEGABYTE = 1024 * 1024

let server: TestServer
let people: Participant[] = []
const lines: Server[] = []

beforeEach(async () => {
  server = await startTestServer()
})
afterEach(async () => {
  for (const person of people) person.leave()
  people = []
  for (const line of lines.splice(0)) line.close()
  await server.stop()
})

/** A line to the server that can be made to take nothing from it, while it goes on bringing what the client sends. */
async function openLine(): Promise<{ syncUrl: string; stall(): void; goOn(): void }> {
  const upstreams = new Set<Socket>()
  const { port, hostname } = new URL(server.url)
  const line = createServer((client) => {
    const upstream = connect({ port: Number(port), host: hostname })
    upstreams.add(upstream)
    client.pipe(upstream).pipe(client)
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
    client.on('close', () => upstream.destroy())
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  lines.push(line)
  const client = (line.address() as AddressInfo).port
  return {
    syncUrl: `ws://127.0.0.1:${client}/sync`,
    stall: () => upstreams.forEach((upstream) => upstream.pause()),
    goOn: () => upstreams.forEach((upstream) => upstream.resume()),
  }
}

function join(syncUrl = server.url): Participant {
  const { groupA } = server.workshop
  const { token, seat } = server.workshop.seat('participant', groupA)
  const { id: seatId, workshopId, groupId } = seat
  const person = new Participant({ syncUrl, token, seatId, workshopId, groupId })
  people.push(person)
  return person
}

it('[B2] [B3] a reader that stalls costs little memory and nobody else, and has everything when it goes on', async () => {
  const { groupA } = server.workshop
  const line = await openLine()
  const anna = join()
  const ben = join(line.syncUrl)
  await Promise.all([anna.openBoard(groupA), ben.openBoard(groupA)])
  ben.edit(groupA, (board) => addItem(board, { place: PLACE, text: 'Bens erste Notiz' }))
  await until(() => anna.read(groupA).items.length === 1)
  line.stall()
  // Ben goes on writing without hearing anything.
  for (let note = 0; note < 20; note += 1) {
    ben.edit(groupA, (board) => addItem(board, { place: PLACE, text: `Ben ${note}` }))
  }
  await until(() => anna.read(groupA).items.length === 21)
  const long = 'x'.repeat(4_900)
  let mostBacklog = 0
  for (let note = 0; note < 1_600; note += 1) {
    anna.edit(groupA, (board) => addItem(board, { place: PLACE, text: `${note} ${long}` }))
    if (note % 20 > 0) continue
    await until(() => anna.isSaved)
    mostBacklog = Math.max(mostBacklog, ...server.backlogs())
  }
  expect(mostBacklog).toBeGreaterThan(0.4 * MEGABYTE)
  expect(mostBacklog).toBeLessThan(1.5 * MEGABYTE)
  expect(ben.read(groupA).items.length).toBeLessThan(1_600)
  line.goOn()
  await until(() => ben.read(groupA).items.length === 1_621, { what: 'Ben to catch up', timeoutMs: 20_000 })
  await until(() => ben.isSaved)
  expect(ben.isConnected).toBe(true)
  expect(ben.refusals).toEqual([])
  const state = await server.documents.readState(documentName('group', groupA))
  expect(state.length).toBeGreaterThan(7 * MEGABYTE)
  expect(ben.read(groupA)).toEqual(anna.read(groupA))
}, 60_000)
