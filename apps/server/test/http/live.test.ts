import { documentName, type CockpitState } from '@tafelrunde/protocol'
import { addItem, openBoard, readBoard } from '@tafelrunde/schema'
import type { BoardSnapshot, GroupId } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
const people: Participant[] = []
beforeAll(async () => {
  server = await TestServer.start()
})
afterEach(() => {
  for (const person of people.splice(0)) person.leave()
})
afterAll(() => server.stop())

async function aWorkshop() {
  const created = await server.createWorkshop({ template: 'ozg-marketing-4h' })
  const owner = await server.join(created.links.owner)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const groupId = created.groups[0]!.id as GroupId
  const otherId = created.groups[1]!.id as GroupId
  const ask = (method: string, end: string, body?: unknown) =>
    server.call(method, `${path}${end}`, { token: owner.token, body })
  const cockpit = async () => (await ask('GET', '/cockpit')).body as unknown as CockpitState
  const arrive = async (link: string): Promise<Participant> => {
    const person = await Participant.join({ url: server.address, invite: inviteOf(link) })
    people.push(person)
    return person
  }
  return { created, path, groupId, otherId, ask, cockpit, arrive }
}

function write(person: Participant, groupId: GroupId, text: string): void {
  const done = person.edit(groupId, (board) => {
    const canvasId = readBoard(board).canvases[0]!.id
    return addItem(board, { place: { canvasId, fieldId: 'needs' }, text })
  })
  if (!done) person.tray.push({ id: '', groupId, itemId: null, fieldId: null, text, reason: 'board.frozen' })
}

function texts(board: BoardSnapshot): string[] {
  return board.items.map(({ plainText }) => plainText).toSorted()
}

describe('run commands and live boards', () => {
  test('a freeze while everybody types loses nothing, and after it everybody writes on', async () => {
    const { created, groupId, ask, cockpit, arrive } = await aWorkshop()
    const writers = await Promise.all(Array.from({ length: 8 }, () => arrive(created.groups[0]!.link)))
    await Promise.all(writers.map((writer) => writer.openBoard(groupId)))
    const written: string[] = []
    let isTyping = true
    const typing = writers.map(async (writer, who) => {
      for (let count = 0; isTyping; count += 1) {
        const text = `${who}:${count}`
        written.push(text)
        write(writer, groupId, text)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })
    await until(() => written.length > 80)
    expect((await ask('POST', '/run', { type: 'freeze' })).status).toBe(200)
    const frozenAt = written.length
    await until(() => written.length > frozenAt + 80)
    isTyping = false
    await Promise.all(typing)
    expect((await ask('POST', '/run', { type: 'unfreeze' })).status).toBe(200)
    await until(() => writers.every((writer) => writer.isSaved))
    for (const [who, writer] of writers.entries()) {
      await until(() => writer.open(documentName('group', groupId)).mayWrite)
      write(writer, groupId, `danach ${who}`)
    }
    await until(() =>
      writers.every((writer) => texts(writer.read(groupId)).filter((text) => text.startsWith('danach')).length === 8),
    )
    const onBoard = texts(writers[0]!.read(groupId))
    for (const writer of writers) expect(texts(writer.read(groupId))).toEqual(onBoard)
    const inTrays = writers.flatMap(({ tray }) => tray.map(({ text }) => text))
    expect(written.filter((text) => !onBoard.includes(text) && !inTrays.includes(text))).toEqual([])
    expect((await cockpit()).tiles.find((tile) => tile.groupId === groupId)!.items).toBe(onBoard.length)
  })

  test('a step that opens only recommendations refuses a raw write to an item, and the text is in the tray of its author', async () => {
    const { created, groupId, ask, cockpit, arrive } = await aWorkshop()
    const { run } = await cockpit()
    const steps = run['steps'] as { id: string; writableRoots: string[] }[]
    const onlyRecommendations = { ...steps[0]!, writableRoots: ['recommendations'], where: 'groups' }
    expect((await ask('PATCH', '', { steps: [onlyRecommendations] })).status).toBe(200)
    const writer = await arrive(created.groups[0]!.link)
    await writer.openBoard(groupId)
    await ask('POST', '/run', { type: 'step.start', stepId: onlyRecommendations.id })
    const board = openBoard(writer.open(documentName('group', groupId)).ydoc)
    addItem(board, { place: { canvasId: readBoard(board).canvases[0]!.id, fieldId: 'needs' }, text: 'verboten' })
    await until(() => writer.refusals.length > 0)
    expect(writer.refusals[0]!.code).toBe('step.closed')
    const { tray, tiles } = await until(async () => {
      const state = await cockpit()
      return state.tray.length > 0 ? state : null
    })
    expect(tray).toMatchObject([{ text: 'verboten', reason: 'step.closed', seatId: writer.seatId, state: 'waiting' }])
    expect(tiles.find((tile) => tile.groupId === groupId)!.items).toBe(0)
  })

  test('a person who is moved loses the old board at once and gets the new one', async () => {
    const { created, groupId, otherId, ask, arrive } = await aWorkshop()
    const person = await arrive(created.groups[0]!.link)
    await person.openBoard(groupId)
    const startedAt = performance.now()
    await ask('PATCH', `/seats/${person.seatId}`, { groupId: otherId })
    await until(() =>
      person.refusals.some(({ name, code }) => name === documentName('group', groupId) && code === 'document.notOpen'),
    )
    expect(performance.now() - startedAt).toBeLessThan(1000)
    await person.openBoard(otherId)
    write(person, otherId, 'angekommen')
    await until(() => person.isSaved)
    expect(texts(person.read(otherId))).toEqual(['angekommen'])
  })

  test('the cockpit counts people, not tabs, and sees when a board was last touched', async () => {
    const { created, groupId, cockpit, arrive } = await aWorkshop()
    const before = (await cockpit()).tiles.find((tile) => tile.groupId === groupId)!
    expect(before).toMatchObject({ presentSeatIds: [], lastEditAt: null })
    const [first, second] = [await arrive(created.groups[0]!.link), await arrive(created.groups[0]!.link)]
    const secondTab = new Participant({
      syncUrl: `${server.address.replace('http', 'ws')}/sync`,
      token: first.token,
      seatId: first.seatId,
      workshopId: first.workshopId,
      groupId,
    })
    people.push(secondTab)
    await Promise.all([first, second, secondTab].map((person) => person.openBoard(groupId)))
    write(second, groupId, 'Notiz')
    await until(() => second.isSaved)
    const { tiles, seats } = await cockpit()
    const tile = tiles.find((candidate) => candidate.groupId === groupId)!
    expect(tile.presentSeatIds.toSorted()).toEqual([first.seatId, second.seatId].toSorted())
    expect(Math.abs(Date.now() - tile.lastEditAt!)).toBeLessThan(5000)
    expect(seats.filter(({ isPresent }) => isPresent)).toHaveLength(2)
  })
})
