import { Participant, until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './inProcess.ts'

let server: TestServer

beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

async function visit(): Promise<void> {
  const { groupA } = server.workshop
  const { token, seat } = server.workshop.seat('participant', groupA)
  const person = new Participant({
    syncUrl: server.url,
    token,
    seatId: seat.id,
    workshopId: seat.workshopId,
    groupId: groupA,
  })
  await person.openBoard(groupA)
  person.leave()
  await until(() => server.documents.present(server.board(groupA)).length === 0, { what: 'the visitor to be gone' })
}

it('[S11] whoever comes and goes on a board that nobody else has open costs one load', async () => {
  await server.restart()
  const loads = (): number => server.events.filter((event) => event === 'document.loaded').length
  const before = loads()
  for (let times = 0; times < 5; times += 1) await visit()
  expect(loads()).toBe(before + 1)
})

it('[S11] a board that nobody has open leaves the memory after a while', async () => {
  await server.restart()
  await visit()
  const isUnloaded = (): boolean => server.events.includes('document.unloaded')
  expect(isUnloaded()).toBe(false)
  await until(isUnloaded, { what: 'the board to be let go', timeoutMs: 15_000 })
  await visit()
})
