import { addItem } from '@tafelrunde/schema'
import { Participant, until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './inProcess.ts'

let server: TestServer
let people: Participant[] = []

beforeEach(async () => {
  server = await startTestServer()
})
afterEach(async () => {
  for (const person of people) person.leave()
  people = []
  await server.stop()
})

function join(...who: Parameters<TestServer['workshop']['seat']>): Participant {
  const { token, seat } = server.workshop.seat(...who)
  const { id: seatId, workshopId, groupId } = seat
  const person = new Participant({ syncUrl: server.url, token, seatId, workshopId, groupId })
  people.push(person)
  return person
}

const note = (text: string) => ({ place: { canvasId: server.canvasA, fieldId: 'barriers' }, text })

it('lets two people of a group write on one board through an unmodified provider', async () => {
  const { groupA } = server.workshop
  const anna = join('participant', groupA)
  const ben = join('participant', groupA)
  await Promise.all([anna.openBoard(groupA), ben.openBoard(groupA)])
  await until(() => anna.edit(groupA, (board) => addItem(board, note('von Anna'))))
  await until(() => ben.edit(groupA, (board) => addItem(board, note('von Ben'))))
  await until(() => anna.isSaved && ben.isSaved, { what: 'acknowledgements' })
  await until(() => anna.read(groupA).items.length === 2 && ben.read(groupA).items.length === 2)
  expect(anna.read(groupA)).toEqual(ben.read(groupA))
  const stored = await server.documents.readBoard(groupA)
  expect(stored.items.map((item) => item.plainText)).toEqual(expect.arrayContaining(['von Anna', 'von Ben']))
})
