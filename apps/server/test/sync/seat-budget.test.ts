import { addItem } from '@tafelrunde/schema'
import { Participant, until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { statelessFrame } from '../../src/front/frames.ts'
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

/** A seat, and how to open another tab of it. */
function takeSeat(): () => Participant {
  const { token, seat } = server.workshop.seat('participant', server.workshop.groupA)
  return () => {
    const { id: seatId, workshopId, groupId } = seat
    const tab = new Participant({ syncUrl: server.url, token, seatId, workshopId, groupId })
    people.push(tab)
    return tab
  }
}

it('[R1] twenty tabs of one seat come, write a hundred edits each and come back at once, without a refusal', async () => {
  const { groupA } = server.workshop
  const openTab = takeSeat()
  const tabs = Array.from({ length: 20 }, openTab)
  await Promise.all(tabs.map((tab) => tab.openBoard(groupA)))
  for (const tab of tabs) tab.goOffline()
  await until(() => tabs.every((tab) => !tab.isConnected))
  for (const [at, tab] of tabs.entries()) {
    for (let edit = 0; edit < 100; edit += 1) {
      tab.edit(groupA, (board) => addItem(board, { place: PLACE, text: `${at}/${edit}` }))
    }
  }
  for (const tab of tabs) void tab.goOnline()
  await until(() => tabs.every((tab) => tab.isSaved && tab.read(groupA).items.length === 2_000), {
    what: 'all tabs to have everything',
    timeoutMs: 40_000,
  })
  expect(tabs.flatMap((tab) => tab.refusals)).toEqual([])
}, 60_000)

it('[R1] who floods is not read any more, and an honest neighbour writes on', async () => {
  const { groupA } = server.workshop
  const [mallory, anna] = [takeSeat()(), takeSeat()()]
  const [opened] = await Promise.all([mallory.openBoard(groupA), anna.openBoard(groupA)])
  const frame = statelessFrame(opened.name, 'x')
  for (let frames = 0; frames < 60_000; frames += 1) opened.provider.configuration.websocketProvider.send(frame)
  let written = 0
  await until(() => {
    if (anna.isSaved) written += anna.edit(groupA, (board) => addItem(board, { place: PLACE, text: 'Anna' })) ? 1 : 0
    return written === 30
  })
  // What Mallory writes now stands behind the flood.
  mallory.edit(groupA, (board) => addItem(board, { place: PLACE, text: 'Mallory' }))
  await until(() => anna.isSaved)
  expect(anna.refusals).toEqual([])
  expect((await server.documents.readBoard(groupA)).items).toHaveLength(30)
  expect(mallory.isSaved).toBe(false)
})
