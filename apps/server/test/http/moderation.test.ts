import type { CreateWorkshopResponse, EntryAuthorsResponse, JoinResponse, UndoSeatResponse } from '@tafelrunde/protocol'
import { addItem, binItem, editItemText } from '@tafelrunde/schema'
import type { BoardSnapshot, CanvasId, GroupId, ItemId } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { AuditLog } from '../../src/workshops/AuditLog.ts'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
let created: CreateWorkshopResponse
let moderator: JoinResponse
let people: Participant[] = []
let groupId: GroupId

beforeAll(async () => {
  server = await TestServer.start()
})
afterEach(() => {
  for (const person of people) person.leave()
  people = []
})
afterAll(() => server.stop())

async function aWorkshop(): Promise<void> {
  created = await server.createWorkshop()
  moderator = await server.join(created.links.moderator, { name: 'Mona' })
  groupId = created.groups[0]!.id as GroupId
}

async function join(name: string): Promise<Participant> {
  const invite = inviteOf(created.groups[0]!.link)
  const person = await Participant.join({ url: server.address, invite, name, organisation: 'Bund' })
  people.push(person)
  await person.openBoard(groupId)
  return person
}

const canvasOf = (person: Participant): CanvasId => person.read(groupId).canvases[0]!.id

async function write(person: Participant, text: string): Promise<ItemId> {
  const place = { canvasId: canvasOf(person), fieldId: 'goals' }
  const id = await until(() => person.edit(groupId, (board) => addItem(board, { place, text }))?.result)
  await until(() => person.isSaved)
  return id
}

async function saysAlso(person: Participant, id: ItemId, text: string): Promise<void> {
  await until(() => person.read(groupId).items.some((item) => item.id === id))
  await until(() => person.edit(groupId, (board) => editItemText(board, id, text)))
  await until(() => person.isSaved)
}

const authorsOf = (id: string, token = moderator.token) =>
  server.call<EntryAuthorsResponse>(
    'GET',
    `/api/v1/workshops/${created.workshop.id}/boards/${groupId}/entries/${id}/authors`,
    { token },
  )
const undo = (seatId: string, body: object = { groupId, minutes: 5 }, token = moderator.token) =>
  server.call<UndoSeatResponse>('POST', `/api/v1/workshops/${created.workshop.id}/seats/${seatId}/undo`, {
    token,
    body,
  })
const revert = (undoId: string, token = moderator.token) =>
  server.call<UndoSeatResponse>('POST', `/api/v1/workshops/${created.workshop.id}/undos/${undoId}/revert`, { token })

const textsOf = ({ items }: BoardSnapshot): readonly string[] =>
  items.filter(({ state }) => state === 'active').map(({ plainText }) => plainText)

describe('who wrote an entry', () => {
  test('[M1] moderators see who made it, whose words are in it and who changed it last, whatever it says itself', async () => {
    await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const place = { canvasId: canvasOf(anna), fieldId: 'goals' }
    const id = await until(
      () => anna.edit(groupId, (board) => addItem(board, { place, text: 'Rathaus', author: ben.seatId }))?.result,
    )
    await until(() => anna.isSaved)
    await saysAlso(ben, id, 'Rathaus am Meer')
    const { status, body } = await authorsOf(id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      entryId: id,
      kind: 'item',
      created: { by: { kind: 'seat', seatId: anna.seatId, name: 'Anna', organisation: 'Bund', isGone: false } },
      changed: { by: { seatId: ben.seatId, name: 'Ben' } },
    })
    expect(body.created.isTimeCertain).toBe(true)
    expect(body.created.by.joinedAt).toBeLessThanOrEqual(body.created.at as number)
    expect(body.writers.map(({ by, characters }) => [by.name, characters])).toEqual([
      ['Ben', 8],
      ['Anna', 7],
    ])
    expect(body.writers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })

  test('[M1] the answer is the same after a restart and for a seat that was revoked', async () => {
    await aWorkshop()
    const anna = await join('Anna')
    const id = await write(anna, 'Quatsch')
    anna.leave()
    await server.call('DELETE', `/api/v1/workshops/${created.workshop.id}/seats/${anna.seatId}`, {
      token: moderator.token,
    })
    await server.restart()
    const { body } = await authorsOf(id)
    expect(body.created.by).toMatchObject({ seatId: anna.seatId, name: 'Anna', isGone: true })
    expect(body.writers).toMatchObject([{ by: { seatId: anna.seatId }, share: 1 }])
  })

  test('[M1] what the server has put on a board from the tray is told with whose text it is', async () => {
    await aWorkshop()
    const anna = await join('Anna')
    const entry = { id: 't'.repeat(22), groupId, itemId: null, fieldId: 'goals', text: 'Gerettet', reason: 'x' }
    const path = `/api/v1/workshops/${created.workshop.id}/tray`
    await server.call('POST', path, { token: anna.token, body: entry })
    const decision = { state: 'taken', putOnBoard: true }
    await server.call('PATCH', `${path}/${entry.id}`, { token: moderator.token, body: decision })
    const id = await until(() => anna.read(groupId).items.find((item) => item.plainText === 'Gerettet')?.id)
    const { body } = await authorsOf(id)
    expect(body.created).toMatchObject({ by: { seatId: anna.seatId, name: 'Anna' }, isFromTray: true })
    expect(body.writers).toMatchObject([{ by: { kind: 'server' } }])
  })

  test('[M2] only moderators ask, and the audit log remembers that they did', async () => {
    await aWorkshop()
    const anna = await join('Anna')
    const id = await write(anna, 'Rathaus')
    expect((await authorsOf(id, anna.token)).status).toBe(403)
    const stranger = await server.join((await server.createWorkshop()).links.owner)
    expect((await authorsOf(id, stranger.token)).status).toBe(403)
    expect((await authorsOf('b'.repeat(22))).body.error).toBe('request.notFound')
    await authorsOf(id)
    const entries = await new AuditLog(server.database).list(created.workshop.id as never)
    expect(entries.filter(({ event }) => event === 'entry.authorsAsked')).toMatchObject([
      { seatId: moderator.seat.id, details: { groupId, entryId: id } },
    ])
  })
})

describe('undoing the last minutes of one seat', () => {
  test('[M3] [M4] what the seat wrote goes, what it deleted returns, and the others keep their words', async () => {
    await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const [mine, deleted] = [await write(ben, 'Bens Zettel'), await write(ben, 'Bens zweiter')]
    await until(() => anna.read(groupId).items.length === 2)
    await saysAlso(anna, mine, 'Annas Unfug')
    anna.edit(groupId, (board) => binItem(board, deleted))
    await write(anna, 'Annas Zettel')
    await until(() => textsOf(ben.read(groupId)).join() === 'Annas Unfug,Annas Zettel')
    const { status, body } = await undo(anna.seatId)
    expect([status, body]).toEqual([
      200,
      { undoId: expect.any(String), boards: [{ groupId, removed: 1, restored: 1, changed: 1 }], refused: [] },
    ])
    for (const person of [anna, ben]) {
      await until(() => textsOf(person.read(groupId)).join() === 'Bens Zettel,Bens zweiter')
      expect(person.refusals).toEqual([])
    }
    const bin = anna.read(groupId).items.filter(({ state }) => state === 'deleted')
    expect(bin.map(({ plainText }) => plainText)).toEqual(['Annas Zettel'])
    await write(anna, 'Es geht weiter')
    await until(() => textsOf(ben.read(groupId)).includes('Es geht weiter'))
    await server.restart()
    const { body: after } = await authorsOf(mine)
    expect(after.created.by.name).toBe('Ben')
  })

  test('[M5] what was taken back once is not taken back again', async () => {
    await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const mine = await write(ben, 'Bens Zettel')
    await saysAlso(anna, mine, 'Annas Unfug')
    await undo(anna.seatId)
    await until(() => textsOf(anna.read(groupId)).join() === 'Bens Zettel')
    expect((await undo(anna.seatId)).body).toEqual({ undoId: null, boards: [], refused: [] })
    await saysAlso(anna, mine, 'Annas Unsinn')
    expect((await undo(anna.seatId)).body.boards).toMatchObject([{ changed: 1 }])
    await until(() => textsOf(ben.read(groupId)).join() === 'Bens Zettel')
  })

  test('[M6] an undo can be taken back itself, once', async () => {
    await aWorkshop()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    const mine = await write(ben, 'Bens Zettel')
    await saysAlso(anna, mine, 'Bens Zettel ist gut')
    await write(anna, 'Annas Zettel')
    const { body } = await undo(anna.seatId, { minutes: 5 })
    await until(() => textsOf(ben.read(groupId)).join() === 'Bens Zettel')
    const answers = await Promise.all([revert(body.undoId as string), revert(body.undoId as string)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
    for (const person of [anna, ben]) {
      await until(() => textsOf(person.read(groupId)).join() === 'Bens Zettel ist gut,Annas Zettel')
    }
    expect((await revert('b'.repeat(22))).body.error).toBe('undo.unknown')
  })

  test('[M3] works on a board that nobody has open, for a seat that was revoked, and on all boards at once', async () => {
    await aWorkshop()
    const anna = await join('Anna')
    await write(anna, 'Annas Zettel')
    anna.leave()
    const path = `/api/v1/workshops/${created.workshop.id}/seats/${anna.seatId}`
    await server.call('DELETE', path, { token: moderator.token })
    await server.restart()
    expect((await undo(anna.seatId, { minutes: 5 })).body.boards).toEqual([
      { groupId, removed: 1, restored: 0, changed: 0 },
    ])
    const mona = await Participant.join({ url: server.address, invite: inviteOf(created.links.moderator), name: 'M' })
    people.push(mona)
    await mona.openBoard(groupId)
    expect(textsOf(mona.read(groupId))).toEqual([])
  })

  test('[M7] only moderators undo, never the owner’s edits unless they are the owner, and at most five minutes', async () => {
    await aWorkshop()
    const anna = await join('Anna')
    await write(anna, 'Annas Zettel')
    const owner = await server.join(created.links.owner)
    expect((await undo(anna.seatId, undefined, anna.token)).status).toBe(403)
    expect((await undo(owner.seat.id)).status).toBe(403)
    expect((await undo(anna.seatId, { groupId, minutes: 6 })).status).toBe(400)
    expect((await undo(anna.seatId, { groupId: 'b'.repeat(22), minutes: 5 })).body.error).toBe('group.unknown')
    expect((await undo('b'.repeat(22))).body.error).toBe('request.notFound')
    const { body } = await undo(anna.seatId, undefined, owner.token)
    expect((await revert(body.undoId as string, anna.token)).status).toBe(403)
    const entries = await new AuditLog(server.database).list(created.workshop.id as never)
    expect(entries.filter(({ event }) => event === 'seat.undone')).toMatchObject([
      { seatId: owner.seat.id, details: { seatId: anna.seatId, groupId, undoId: body.undoId, removed: 1 } },
    ])
  })

  test('[M4] works while three people go on writing on the same board', async () => {
    await aWorkshop()
    const [anna, ben, cleo] = [await join('Anna'), await join('Ben'), await join('Cleo')]
    const typing = { isOn: true }
    const texts = new Map<Participant, number>()
    const work = [anna, ben, cleo].map(async (person) => {
      while (typing.isOn) {
        const count = (texts.get(person) ?? 0) + 1
        const text = `${person.seatId}-${count}`
        const place = { canvasId: canvasOf(person), fieldId: 'needs' }
        if (person.edit(groupId, (board) => addItem(board, { place, text }))) texts.set(person, count)
        await new Promise((resolve) => setTimeout(resolve, 4))
      }
    })
    await until(() => [anna, ben, cleo].every((person) => (texts.get(person) ?? 0) > 20))
    const answers = [await undo(anna.seatId), await undo(anna.seatId)]
    typing.isOn = false
    await Promise.all(work)
    await until(() => [anna, ben, cleo].every((person) => person.isSaved))
    const last = await undo(anna.seatId)
    expect([...answers, last].map(({ status }) => status)).toEqual([200, 200, 200])
    await until(() => textsOf(ben.read(groupId)).every((text) => !text.startsWith(anna.seatId)))
    const shown = textsOf(ben.read(groupId))
    for (const person of [ben, cleo]) {
      expect(shown.filter((text) => text.startsWith(person.seatId))).toHaveLength(texts.get(person) ?? 0)
    }
  })
})
