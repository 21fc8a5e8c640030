import { documentName, type ErrorCode } from '@tafelrunde/protocol'
import { addItem, addRecommendation, binItem, moveItem, openBoard } from '@tafelrunde/schema'
import { newId, type GroupId, type ItemId } from '@tafelrunde/schema/plain'
import { Participant, SeededRandom, until } from '@tafelrunde/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
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

async function rows(groupId: GroupId): Promise<number> {
  const row = await server.database.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM journal_row WHERE document = ?',
    documentName('group', groupId),
  )
  return row?.n ?? 0
}

/** The board as the server has it, to compare before and after. */
async function stateOf(groupId: GroupId): Promise<string> {
  return Buffer.from(await server.documents.readState(documentName('group', groupId))).toString('base64')
}

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

it('loads the same board after a restart and goes on', async () => {
  const { groupA } = server.workshop
  const anna = join('participant', groupA)
  await anna.openBoard(groupA)
  await until(() => anna.edit(groupA, (board) => addItem(board, note('bleibt'))))
  await until(() => anna.isSaved)
  anna.leave()
  const before = await server.documents.readBoard(groupA)
  await server.restart()
  expect(await server.documents.readBoard(groupA)).toEqual(before)
})

it('sends edits that were made offline, also when typing goes on while they are uploaded', async () => {
  const { groupA } = server.workshop
  const anna = join('participant', groupA)
  const ben = join('participant', groupA)
  await Promise.all([anna.openBoard(groupA), ben.openBoard(groupA)])
  await until(() => anna.edit(groupA, (board) => addItem(board, note('online'))))
  anna.goOffline()
  await until(() => !anna.isConnected)
  for (const text of ['eins', 'zwei', 'drei']) anna.edit(groupA, (board) => addItem(board, note(text)))
  const typing = setInterval(() => anna.edit(groupA, (board) => addItem(board, note('beim Verbinden'))), 1)
  await anna.goOnline()
  await until(() => anna.isConnected)
  clearInterval(typing)
  await until(() => anna.isSaved, { what: 'offline edits to be acknowledged' })
  await until(() => ben.read(groupA).items.length === anna.read(groupA).items.length, { what: 'Ben to see them' })
  expect(anna.refusals).toEqual([])
  expect(anna.tray).toEqual([])
  expect(ben.read(groupA).items.map((item) => item.plainText)).toEqual(expect.arrayContaining(['eins', 'zwei', 'drei']))
})

describe('what a seat may not write', () => {
  /** Try a raw write; it has to be refused with the code and to change nothing, neither in memory nor on disk. */
  async function expectRefused(
    person: Participant,
    groupId: GroupId,
    write: (ydoc: Y.Doc) => void,
  ): Promise<ErrorCode> {
    const opened = await person.openBoard(groupId)
    const before = await stateOf(groupId)
    const rowsBefore = await rows(groupId)
    const refusalsBefore = person.refusals.length
    write(opened.ydoc)
    await until(() => person.refusals.length > refusalsBefore, { what: 'the refusal' })
    expect(await stateOf(groupId)).toBe(before)
    expect(await rows(groupId)).toBe(rowsBefore)
    return person.refusals.at(-1)!.code
  }
  const addRawItem = (ydoc: Y.Doc): unknown => addItem(openBoard(ydoc), note('fremd'))

  it('refuses every write of an observer', async () => {
    const observer = join('observer', null)
    expect(await expectRefused(observer, server.workshop.groupA, addRawItem)).toBe('seat.observing')
  })

  it('refuses a write of another group on a board that is open for reading', async () => {
    const { groupA, groupB } = server.workshop
    server.workshop.startStep({ visibility: 'all', writableRoots: ['items', 'recommendations'] })
    expect(await expectRefused(join('participant', groupB), groupA, addRawItem)).toBe('group.foreign')
  })

  it('does not open a closed board to a member of another group, and takes it away when the step ends', async () => {
    const { groupA, groupB } = server.workshop
    const ben = join('participant', groupB)
    ben.open(documentName('group', groupA))
    await until(() => ben.refusals.length === 1)
    expect(ben.refusals[0]?.code).toBe('document.notOpen')
    server.workshop.startStep({ visibility: 'all' })
    const opened = await ben.openBoard(groupA)
    expect(opened.isSynced).toBe(true)
    server.workshop.startStep({ visibility: 'own' })
    await until(() => ben.refusals.length === 2)
    expect(ben.refusals[1]?.code).toBe('document.notOpen')
    expect(server.documents.present(documentName('group', groupA))).toEqual([])
  })

  it('takes a revoked seat out of every document at once', async () => {
    const { groupA } = server.workshop
    const { token, seat } = server.workshop.seat('participant', groupA)
    const { id: seatId, workshopId } = seat
    const anna = new Participant({ syncUrl: server.url, token, seatId, workshopId, groupId: groupA })
    people.push(anna)
    await anna.openBoard(groupA)
    server.workshop.changeSeat(token, null)
    await until(() => anna.refusals.length > 0)
    expect(anna.refusals[0]?.code).toBe('seat.revoked')
  })

  it('[S7] counts a freeze and a revocation that happen while the document is on its way', async () => {
    const { workshop } = server
    const { groupA } = workshop
    const load = workshop.load.bind(workshop)
    const afterTheFirstAnswer = (happens: () => void): void => {
      workshop.load = async () => {
        workshop.load = load
        const run = await load()
        queueMicrotask(happens)
        return run
      }
    }
    const before = await stateOf(groupA)
    afterTheFirstAnswer(() => workshop.freeze(true))
    const anna = join('participant', groupA)
    addRawItem((await anna.openBoard(groupA)).ydoc)
    await until(() => anna.refusals.length > 0, { what: 'the refusal' })
    expect(anna.refusals[0]?.code).toBe('board.frozen')
    expect(await stateOf(groupA)).toBe(before)

    const ben = join('participant', groupA)
    afterTheFirstAnswer(() => workshop.changeSeat(ben.token, null))
    ben.open(documentName('group', groupA))
    await until(() => ben.refusals.length > 0, { what: 'the refusal' })
    expect(ben.refusals[0]?.code).toBe('seat.unknown')
    expect(server.documents.present(documentName('group', groupA))).not.toContain(ben.seatId)
  })

  it('refuses writes to the run state, which only the server makes', async () => {
    const moderator = join('moderator', null)
    const name = documentName('workshop', server.workshop.id)
    const opened = moderator.open(name)
    await until(() => opened.isSynced)
    opened.ydoc.getMap('run').set('current', 'hacked')
    await until(() => moderator.refusals.length > 0)
    expect(moderator.refusals[0]?.code).toBe('document.serverOnly')
  })

  it('opens no private document of another seat, unknown board or document of another workshop', async () => {
    const moderator = join('moderator', null)
    const codes: Record<string, ErrorCode> = {
      [documentName('private', join('participant', server.workshop.groupA).seatId)]: 'document.notOpen',
      [documentName('group', 'Gunknownunknownunknown')]: 'group.unknown',
      [documentName('workshop', 'Wunknownunknownunknown')]: 'document.notOpen',
      'group/short': 'document.unknown',
    }
    for (const name of Object.keys(codes)) moderator.open(name as `group/${string}`)
    await until(() => moderator.refusals.length === Object.keys(codes).length)
    expect(Object.fromEntries(moderator.refusals.map(({ name, code }) => [name, code]))).toEqual(codes)
  })

  describe('in a step that opens only recommendations', () => {
    let itemId: ItemId
    let anna: Participant

    beforeEach(async () => {
      const { groupA } = server.workshop
      anna = join('participant', groupA)
      await anna.openBoard(groupA)
      const added = await until(() => anna.edit(groupA, (board) => addItem(board, note('steht da'))))
      itemId = added.result
      await until(() => anna.isSaved)
      server.workshop.startStep({ writableRoots: ['recommendations'] })
    })

    it('takes a recommendation', async () => {
      const { groupA } = server.workshop
      anna.edit(groupA, (board) => addRecommendation(board, { title: 'Hotline' }))
      await until(() => anna.isSaved)
      expect((await server.documents.readBoard(groupA)).recommendations).toHaveLength(1)
      expect(anna.refusals).toEqual([])
    })

    it('refuses an item alone', async () => {
      expect(await expectRefused(anna, server.workshop.groupA, addRawItem)).toBe('step.closed')
    })

    it('refuses an item that comes in one update with a legal recommendation', async () => {
      const both = (ydoc: Y.Doc): void =>
        ydoc.transact(() => {
          addRecommendation(openBoard(ydoc), { title: 'Hotline' })
          addRawItem(ydoc)
        })
      expect(await expectRefused(anna, server.workshop.groupA, both)).toBe('step.closed')
    })

    it('refuses a deletion that comes alone', async () => {
      const remove = (ydoc: Y.Doc): void => ydoc.getMap('items').delete(itemId)
      expect(await expectRefused(anna, server.workshop.groupA, remove)).toBe('step.closed')
    })

    it('refuses text that hangs on an item only by its neighbour', async () => {
      const type = (ydoc: Y.Doc): void => {
        const text = (ydoc.getMap('items').get(itemId) as Y.Map<unknown>).get('text') as Y.XmlFragment
        const paragraph = text.get(0) as Y.XmlElement
        const run = paragraph.get(0) as Y.XmlText
        run.insert(run.length, ' und mehr')
      }
      expect(await expectRefused(anna, server.workshop.groupA, type)).toBe('step.closed')
    })

    it('refuses an attribute of an item that hangs on its former value', async () => {
      const move = (ydoc: Y.Doc): unknown =>
        moveItem(openBoard(ydoc), itemId, { canvasId: server.canvasA, fieldId: 'goals' })
      expect(await expectRefused(anna, server.workshop.groupA, move)).toBe('step.closed')
    })

    it('writes what was legal before a forbidden edit in the same burst', async () => {
      const { groupA } = server.workshop
      const opened = await anna.openBoard(groupA)
      for (let i = 0; i < 5; i += 1) addRecommendation(openBoard(opened.ydoc), { title: `Hotline ${i}` })
      addRawItem(opened.ydoc)
      await until(() => anna.refusals.length === 1 && anna.isSaved)
      const board = await server.documents.readBoard(groupA)
      expect(board.recommendations).toHaveLength(5)
      expect(board.items).toHaveLength(1)
      expect(anna.tray.map((entry) => entry.text)).toEqual(['fremd'])
    })
  })

  describe('a locked canvas', () => {
    it('keeps its items where they are and takes none, while the rest of the board goes on', async () => {
      const { groupA } = server.workshop
      const anna = join('participant', groupA)
      await anna.openBoard(groupA)
      const inside = await until(() => anna.edit(groupA, (board) => addItem(board, note('drin'))))
      const free = { place: { canvasId: null, fieldId: 'free' }, text: 'frei' }
      const outside = anna.edit(groupA, (board) => addItem(board, free))
      await until(() => anna.isSaved)
      server.workshop.editGroup(groupA, { lockedCanvasIds: [server.canvasA] })
      const codes = [
        await expectRefused(anna, groupA, addRawItem),
        await expectRefused(anna, groupA, (ydoc) => binItem(openBoard(ydoc), inside.result)),
        await expectRefused(anna, groupA, (ydoc) =>
          moveItem(openBoard(ydoc), outside!.result, { canvasId: server.canvasA, fieldId: 'goals' }),
        ),
        await expectRefused(anna, groupA, (ydoc) => ydoc.getMap('canvases').delete(server.canvasA)),
      ]
      expect(codes).toEqual(['board.locked', 'board.locked', 'board.locked', 'board.locked'])
      await anna.openBoard(groupA)
      await until(() => anna.edit(groupA, (board) => addItem(board, { ...free, text: 'noch frei' })))
      await until(() => anna.isSaved)
      expect((await server.documents.readBoard(groupA)).items.map((item) => item.plainText)).toContain('noch frei')
    })
  })

  it('[S4] opens no empty board in place of one whose journal is lost, neither for people nor for the plenary', async () => {
    const { workshop } = server
    const lost = newId<GroupId>()
    const run = await workshop.load()
    workshop.steer({ groups: [...run.groups, { ...run.groups[1]!, id: lost }] })
    await expect(server.documents.readBoard(lost)).rejects.toMatchObject({ code: 'document.unavailable' })
    const anna = join('participant', lost)
    anna.open(documentName('group', lost))
    await until(() => anna.refusals.length > 0, { what: 'the refusal' })
    expect(anna.refusals[0]?.code).toBe('document.unavailable')
    expect(await rows(lost)).toBe(0)
  })

  it("refuses roots that the board does not have, and the one that is the server's", async () => {
    const { groupA } = server.workshop
    const anna = join('participant', groupA)
    expect(await expectRefused(anna, groupA, (ydoc) => ydoc.getMap('evil').set('a', 1))).toBe('update.unknownRoot')
    expect(await expectRefused(anna, groupA, (ydoc) => ydoc.getMap('meta').set('version', 9))).toBe(
      'document.serverOnly',
    )
  })
})

describe('client ids', () => {
  it('[C2] refuses an edit under an id that others have seen in presence', async () => {
    const { groupA } = server.workshop
    const anna = join('participant', groupA)
    const mallory = join('participant', groupA)
    const annas = await anna.openBoard(groupA)
    const mallorys = await mallory.openBoard(groupA)
    annas.provider.setAwarenessField('place', { fieldId: 'free', x: 1, y: 2 })
    await until(() => mallorys.provider.awareness?.getStates().has(annas.ydoc.clientID))
    const stolen = new Y.Doc()
    stolen.clientID = annas.ydoc.clientID
    stolen.getMap('items').set('x', new Y.Map())
    Y.applyUpdate(mallorys.ydoc, Y.encodeStateAsUpdate(stolen), 'mallory')
    await until(() => mallory.refusals.length > 0)
    expect(mallory.refusals[0]?.code).toBe('update.foreignClient')
    await until(() => anna.edit(groupA, (board) => addItem(board, note('Anna schreibt weiter'))))
    await until(() => anna.isSaved)
    expect(anna.refusals).toEqual([])
  })

  it('lets the same seat go on under an old id from another connection', async () => {
    const { groupA } = server.workshop
    const { token, seat } = server.workshop.seat('participant', groupA)
    const parts = { syncUrl: server.url, token, seatId: seat.id, workshopId: seat.workshopId, groupId: groupA }
    const before = new Participant(parts)
    people.push(before)
    const opened = await before.openBoard(groupA)
    await until(() => before.edit(groupA, (board) => addItem(board, note('vorher'))))
    await until(() => before.isSaved)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(opened.ydoc))
    const clientId = opened.ydoc.clientID
    before.leave()
    const after = new Participant(parts)
    people.push(after)
    const again = await after.openBoard(groupA)
    copy.clientID = clientId
    addItem(openBoard(copy), note('nachher'))
    Y.applyUpdate(again.ydoc, Y.encodeStateAsUpdate(copy), 'other tab')
    await until(() => after.isSaved)
    expect(after.refusals).toEqual([])
    expect((await server.documents.readBoard(groupA)).items).toHaveLength(2)
  })
})

describe('presence', () => {
  it('[S6] carries the identity of the seat, whatever the client says, and ends with the connection', async () => {
    const { groupA } = server.workshop
    const anna = join('participant', groupA, 'Anna')
    const ben = join('participant', groupA, 'Ben')
    const annas = await anna.openBoard(groupA)
    annas.provider.awareness?.setLocalState({ place: { fieldId: 'goals', x: 0.5, y: 0.5 }, seat: { name: 'Chefin' } })
    const bens = await ben.openBoard(groupA)
    const seen = await until(() => bens.provider.awareness?.getStates().get(annas.ydoc.clientID))
    expect(seen).toMatchObject({ place: { fieldId: 'goals', x: 0.5, y: 0.5 }, seat: { id: anna.seatId, name: 'Anna' } })
    expect(new Set(server.documents.present(documentName('group', groupA)))).toEqual(new Set([anna.seatId, ben.seatId]))
    anna.leave()
    await until(() => !bens.provider.awareness?.getStates().has(annas.ydoc.clientID))
    expect(server.documents.present(documentName('group', groupA))).toEqual([ben.seatId])
  })

  it('shows a person again at once who lost the connection and did not move', async () => {
    const { groupA } = server.workshop
    const anna = join('participant', groupA)
    const ben = join('participant', groupA)
    const annas = await anna.openBoard(groupA)
    const bens = await ben.openBoard(groupA)
    const isSeen = (): boolean => bens.provider.awareness?.getStates().has(annas.ydoc.clientID) ?? false
    annas.provider.setAwarenessField('place', { fieldId: 'free', x: 1, y: 2 })
    await until(isSeen)
    anna.goOffline()
    await until(() => !isSeen())
    await anna.goOnline()
    await until(isSeen, { what: 'Anna to be seen again', timeoutMs: 5_000 })
  })
})

describe('edits of the server', () => {
  it('[S3] are durable, reach everybody, and are told to listeners without a seat', async () => {
    const { groupA } = server.workshop
    const anna = join('participant', groupA)
    await anna.openBoard(groupA)
    const told: unknown[] = []
    server.documents.onChanged((name, { seatId }) => told.push([name, seatId]))
    const added = await Promise.all(
      ['a', 'b', 'c'].map((text) =>
        server.documents.edit(documentName('group', groupA), (ydoc) => addItem(openBoard(ydoc), note(text))),
      ),
    )
    expect(added.every((applied) => applied !== null)).toBe(true)
    await until(() => anna.read(groupA).items.length === 3)
    expect(told).toEqual(Array.from({ length: 3 }, () => [documentName('group', groupA), null]))
    anna.leave()
    await server.restart()
    expect((await server.documents.readBoard(groupA)).items).toHaveLength(3)
  })

  it("[C5] are made under an id that is the server's for good", async () => {
    const { groupA } = server.workshop
    const name = documentName('group', groupA)
    const serverId = await server.documents.edit(name, (ydoc) => {
      addItem(openBoard(ydoc), note('vom Server'))
      return (ydoc as Y.Doc).clientID
    })
    await server.restart()
    const mallory = join('participant', groupA)
    const opened = await mallory.openBoard(groupA)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(opened.ydoc))
    forged.clientID = serverId
    addItem(openBoard(forged), note('als Server'))
    Y.applyUpdate(opened.ydoc, Y.encodeStateAsUpdate(forged), 'mallory')
    await until(() => mallory.refusals.length > 0, { what: 'the refusal' })
    expect(mallory.refusals[0]?.code).toBe('update.foreignClient')
  })

  it('leave nothing behind when they change nothing', async () => {
    const { groupA } = server.workshop
    const before = await rows(groupA)
    expect(await server.documents.edit(documentName('group', groupA), () => 'read only')).toBe('read only')
    expect(await rows(groupA)).toBe(before)
  })
})

describe('freezing while people write', () => {
  it("[F1] keeps every typed character on the board or in its author's tray, and everybody goes on", async () => {
    const { groupA } = server.workshop
    const random = new SeededRandom(20)
    const everybody = Array.from({ length: 20 }, () => join('participant', groupA))
    await Promise.all(everybody.map((person) => person.openBoard(groupA)))
    const typed = new Map<Participant, string[]>(everybody.map((person) => [person, []]))
    let words = 0
    const type = (person: Participant): void => {
      const text = `wort-${(words += 1)}`
      const done = person.edit(groupA, (board) => addItem(board, note(text)))
      if (done) typed.get(person)?.push(text)
    }
    const offline = everybody[7] as Participant
    await until(() => everybody.every((person) => person.edit(groupA, () => true)))
    const typing = setInterval(() => {
      for (const person of everybody) if (random.chance(0.3)) type(person)
    }, 4)
    await until(() => words > 100)
    offline.goOffline()
    await until(() => words > 250)
    await server.documents.announceAndFlush([documentName('group', groupA)], 'board.frozen', 3000)
    server.workshop.freeze(true)
    const atFreeze = await stateOf(groupA)
    await until(() => (typed.get(offline)?.length ?? 0) > 8)
    await offline.goOnline()
    await until(() => offline.refusals.length > 0 && offline.isSaved, { what: 'the offline person to be refused' })
    expect(offline.refusals[0]?.code).toBe('board.frozen')
    expect(await stateOf(groupA)).toBe(atFreeze)
    const whileFrozen = words
    server.workshop.freeze(false)
    await until(() => everybody.every((person) => person.edit(groupA, () => true)), {
      what: 'writing to be open again',
    })
    await until(() => words > whileFrozen + 200)
    clearInterval(typing)
    await until(() => everybody.every((person) => person.isSaved), { what: 'everybody to be saved' })
    const onServer = await server.documents.readBoard(groupA)
    await until(() => everybody.every((person) => person.read(groupA).items.length === onServer.items.length))
    for (const person of everybody) expect(person.read(groupA)).toEqual(onServer)
    const onBoard = new Set(onServer.items.map((item) => item.plainText))
    for (const [person, texts] of typed) {
      const inTray = new Set(person.tray.map((entry) => entry.text))
      expect(texts.filter((text) => !onBoard.has(text) && !inTray.has(text))).toEqual([])
    }
    expect(everybody.filter((person) => person !== offline).flatMap((person) => person.refusals)).toEqual([])
    expect(offline.tray.length).toBeGreaterThan(0)
  })
})
