import { documentName } from '@tafelrunde/protocol'
import { addItem, openBoard, SCHEMA_VERSION } from '@tafelrunde/schema'
import { Participant, until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './inProcess.ts'

const PLACE = { canvasId: null, fieldId: 'free' } as const

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

/** The same seat with clients of several versions. */
function seatOf(): (query: string) => Participant {
  const { token, seat } = server.workshop.seat('participant', server.workshop.groupA)
  return (query) => {
    const { id: seatId, workshopId, groupId } = seat
    const person = new Participant({ syncUrl: `${server.url}${query}`, token, seatId, workshopId, groupId })
    people.push(person)
    return person
  }
}

it('[V1] refuses an older client with a reason, keeps its edits with it, and takes them from the newer one', async () => {
  const { groupA } = server.workshop
  const name = documentName('group', groupA)
  const connect = seatOf()
  const before = connect('')
  const { ydoc } = await before.openBoard(groupA)
  before.goOffline()
  await until(() => !before.isConnected)
  addItem(openBoard(ydoc), { place: PLACE, text: 'unterwegs geschrieben' })
  before.leave()

  const older = connect(`?schema=${SCHEMA_VERSION - 1}`)
  older.open(name, ydoc)
  await until(() => older.refusals.length > 0)
  expect(older.refusals).toEqual([{ name, code: 'version.tooOld' }])
  expect((await server.documents.readBoard(groupA)).items).toEqual([])

  const newer = connect(`?schema=${SCHEMA_VERSION}`)
  newer.open(name, ydoc)
  await until(() => newer.isSaved)
  expect((await server.documents.readBoard(groupA)).items).toHaveLength(1)
  expect(newer.refusals).toEqual([])
})

it.each(['', '?schema=', '?schema=x', '?other=1'])('[V2] lets a client in that says nothing: %j', async (query) => {
  const person = seatOf()(query)
  await person.openBoard(server.workshop.groupA)
  expect(person.refusals).toEqual([])
})
