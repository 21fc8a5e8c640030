import {
  AppError,
  documentName,
  type CockpitState,
  type CreateWorkshopResponse,
  type DocumentName,
  type EntryAuthorsResponse,
  type HiddenCounts,
  type JoinResponse,
  type RevealResponse,
} from '@tafelrunde/protocol'
import { addCanvas, addHiddenNotes, addItem, editItemText, openBoard, readHiddenNotes } from '@tafelrunde/schema'
import type { BoardSnapshot, GroupId, RunState, SeatId } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { AuditLog } from '../../src/workshops/AuditLog.ts'
import type { Statement } from '../../src/seams.ts'
import { Eavesdropper } from './Eavesdropper.ts'
import { EventReader } from './EventReader.ts'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
let created: CreateWorkshopResponse
let owner: JoinResponse
let common: GroupId
let groupA: GroupId
const leaving: { leave(): void }[] = []

beforeAll(async () => {
  server = await TestServer.start()
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const one of leaving.splice(0)) one.leave()
})
afterAll(() => server.stop())

const HIDDEN_STEP = {
  title: 'Sammeln',
  instruction: '',
  minutes: 5,
  writableRoots: ['items'],
  where: 'common',
  visibility: 'all',
  isPlenaryOpen: true,
  screen: 'fields',
  parts: [],
  isHidden: true,
}
const at = (path: string): string => `/api/v1/workshops/${created.workshop.id}${path}`

/** A workshop in the middle of a step in which notes are written hidden. */
async function aHiddenStep(step: Readonly<Record<string, unknown>> = {}): Promise<void> {
  created = await server.createWorkshop()
  owner = await server.join(created.links.owner, { name: 'Olga' })
  common = created.common.id as GroupId
  groupA = created.groups[0]!.id as GroupId
  const steps = [
    { ...HIDDEN_STEP, ...step },
    { ...HIDDEN_STEP, isHidden: false, where: 'all' },
  ]
  await server.call('PATCH', at(''), { token: owner.token, body: { steps } })
  await command({ type: 'step.next' })
}
const command = (body: Readonly<Record<string, unknown>>) =>
  server.call<{ run: RunState }>('POST', at('/run'), { token: owner.token, body })
const reveal = (body: Readonly<Record<string, unknown>> = { hasAuthors: false }, token = owner.token) =>
  server.call<RevealResponse>('POST', at('/reveal'), { token, body })
const revealOwn = (person: Participant, groupId = common) =>
  server.call<{ notes: number }>('POST', at('/hidden-notes/reveal-own'), { token: person.token, body: { groupId } })
const counts = async (): Promise<HiddenCounts> =>
  (await server.call<CockpitState>('GET', at('/cockpit'), { token: owner.token })).body.hidden

async function join(name: string, link = created.groups[0]!.link): Promise<Participant> {
  const person = await Participant.join({ url: server.address, invite: inviteOf(link), name })
  leaving.push(person)
  await until(() => person.open(privateOf(person)).isSynced, { what: `${name}'s private document` })
  return person
}
const privateOf = ({ seatId }: { seatId: SeatId }): DocumentName => documentName('private', seatId)
const notesOf = (person: Participant): readonly string[] =>
  readHiddenNotes(openBoard(person.open(privateOf(person)).ydoc)).map(({ plainText }) => plainText)

async function hide(person: Participant, lines: readonly string[], groupId = common): Promise<void> {
  const { ydoc } = person.open(privateOf(person))
  addHiddenNotes(openBoard(ydoc), { groupId, canvasId: null, fieldId: 'notes' }, lines)
  if (person.isConnected) await until(() => person.isSaved, { what: 'hidden notes to be saved' })
}
const textsOn = ({ items }: BoardSnapshot): readonly string[] => items.map(({ plainText }) => plainText)
async function commonBoard(): Promise<BoardSnapshot> {
  const reader = await Participant.join({ url: server.address, invite: inviteOf(created.links.observer), name: '' })
  leaving.push(reader)
  await reader.openBoard(common)
  return reader.read(common)
}

describe('before it is shown', () => {
  test('[HW1] [HW3] no other role gets one byte of it, whatever it subscribes to; afterwards everybody does', async () => {
    await aHiddenStep()
    const anna = await join('Anna')
    const secret = 'Marketingzielgruppe-7f3a91'
    const names = { ...created.links, scribe: created.groups[0]!.scribeLink, ben: created.groups[0]!.link }
    const links = { ...names, otherGroup: created.groups[1]!.link }
    const spies = await Promise.all(
      Object.entries(links).map(async ([name, link]) => {
        const { token, seat } = await server.join(link, { name })
        return { spy: new Eavesdropper(server, name, token), seat }
      }),
    )
    const stranger = await server.join((await server.createWorkshop()).links.owner)
    spies.push({ spy: new Eavesdropper(server, 'stranger', stranger.token), seat: stranger.seat })
    leaving.push(...spies.map(({ spy }) => spy))
    const boards = [common, ...created.groups.map(({ id }) => id)].map((id) => documentName('group', id))
    const named: DocumentName[] = [
      privateOf(anna),
      ...spies.map(({ seat }) => documentName('private', seat.id)),
      ...boards,
      documentName('workshop', created.workshop.id),
      documentName('plenary', created.workshop.id),
    ]
    const { body: api } = await server.call<{ paths: Record<string, Record<string, unknown>> }>(
      'GET',
      '/api/v1/openapi.json',
    )
    const paths = Object.entries(api.paths)
      .filter(([, methods]) => 'get' in methods)
      .map(([path]) => path.replace('{id}', created.workshop.id).replace('{groupId}', common))
    const readable = paths.filter((path) => !path.includes('{') && !path.includes('sync') && !path.endsWith('events'))
    const files = ['html', 'md', 'csv', 'json', 'pdf'].map((format) => at(`/results.${format}`))
    for (const [index, { spy }] of spies.entries()) {
      spy.subscribe(named, { over: index % 3 === 0 ? 'http' : 'websocket' })
      await Promise.all(paths.filter((path) => path.endsWith('events')).map((path) => spy.follow(path)))
    }
    await until(() => spies.every(({ spy }) => spy.opened.size + spy.refused.size === named.length), {
      what: 'every document to be answered',
    })

    await hide(anna, [secret, 'und noch einer'])
    const tickets = async (spy: Eavesdropper): Promise<void> => {
      for (const document of [privateOf(anna), boards[0] as DocumentName]) {
        const { text } = await spy.call('POST', '/api/v1/tickets', { document })
        const ticket = (JSON.parse(text) as { ticket?: string }).ticket ?? spy.token
        spy.subscribe([privateOf(anna)], { credential: ticket })
        await spy.subscribeYjs(privateOf(anna), ticket)
      }
    }
    const readAll = async (spy: Eavesdropper): Promise<void> => {
      for (const path of [...readable, ...files]) await spy.call('GET', path)
      await spy.call('GET', at(`/boards/${common}/entries/${anna.seatId}/authors`))
    }
    for (const { spy } of spies) {
      await tickets(spy)
      await readAll(spy)
      await spy.call('POST', at(`/seats/${anna.seatId}/undo`), { minutes: 5 })
    }
    await server.call('POST', at('/snapshots'), { token: owner.token, body: { name: 'mittendrin' } })
    expect(await counts()).toEqual({ notes: 2, writers: 1, boards: [{ groupId: common, notes: 2, writers: 1 }] })
    await until(() => spies.filter(({ spy }) => spy.hasHeard('event: hidden')).length === 2)

    for (const { spy, seat } of spies) {
      expect(spy.hasHeard(secret), spy.name).toBe(false)
      expect(spy.bytes, spy.name).toBeGreaterThan(1_000)
      expect(spy.refused.get(privateOf(anna)), spy.name).toMatch(/^(document\.notOpen|ticket\.)/)
      const isWriter = !['observer', 'screen'].includes(seat.role)
      expect(spy.opened.has(documentName('private', seat.id)), spy.name).toBe(isWriter)
    }
    expect(server.logged.join('')).not.toContain(secret)
    const states = await server.database.all('SELECT state FROM snapshot_document')
    expect(states.length).toBeGreaterThan(0)
    expect(states.some(({ state }) => Buffer.from(state as Uint8Array).includes(secret))).toBe(false)

    expect((await reveal()).body).toMatchObject({ notes: 2, run: { reveals: [{ notes: 2, hasAuthors: false }] } })
    const isHeard = (): boolean => spies.every(({ spy }) => spy.hasHeard(secret) === (spy.name !== 'stranger'))
    await until(isHeard, { what: 'everybody to get what was shown' })
    expect(await counts()).toEqual({ notes: 0, writers: 0, boards: [] })
  })

  test('[HW1] [HW2] a private document takes notes and nothing else, while the board itself takes none', async () => {
    await aHiddenStep()
    const anna = await join('Anna')
    const { ydoc } = anna.open(privateOf(anna))
    addCanvas(openBoard(ydoc), { templateId: 'blank', title: 'Versteckt' })
    await until(() => anna.refusals.some(({ code }) => code === 'update.unknownRoot'))
    await until(() => anna.open(privateOf(anna)).isSynced)
    await hide(anna, ['geht'])
    const board = openBoard((await anna.openBoard(common)).ydoc)
    addItem(board, { place: { canvasId: anna.read(common).canvases[0]!.id, fieldId: 'notes' }, text: 'offen' })
    await until(() => anna.refusals.some(({ code }) => code === 'step.closed'))
    expect(textsOn(await commonBoard())).toEqual([])
  })
})

describe('showing', () => {
  test('[HW4] [HW5] without authors nobody learns who wrote what, with them moderators do', async () => {
    await aHiddenStep({ where: 'all' })
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    await hide(anna, ['A1', 'A2', 'A3'])
    await hide(ben, ['B1', 'B2', 'B3'])
    await hide(ben, ['Gruppe'], groupA)
    expect((await reveal({ hasAuthors: false }, anna.token)).status).toBe(403)
    expect((await reveal({ groupId: common, hasAuthors: false })).body.notes).toBe(6)
    const { items } = await commonBoard()
    const order = items.map(({ plainText }) => plainText)
    expect(order.toSorted()).toEqual(['A1', 'A2', 'A3', 'B1', 'B2', 'B3'])
    expect(order).not.toEqual(['A1', 'A2', 'A3', 'B1', 'B2', 'B3'])
    expect(new Set(items.map(({ createdAt }) => createdAt)).size).toBe(1)
    expect(items.every(({ author }) => author === null)).toBe(true)
    const authorsOf = async (groupId: GroupId, id: string) =>
      (
        await server.call<EntryAuthorsResponse>('GET', at(`/boards/${groupId}/entries/${id}/authors`), {
          token: owner.token,
        })
      ).body
    for (const { id } of items) {
      const { created: made, writers, changed } = await authorsOf(common, id)
      expect([made.by.kind, made.wasHidden, changed?.by.kind]).toEqual(['server', true, 'server'])
      expect(writers.map(({ by }) => by.kind)).toEqual(['server'])
    }
    expect(notesOf(ben)).toEqual(['Gruppe'])

    await reveal({ hasAuthors: true })
    await ben.openBoard(groupA)
    const [shown] = ben.read(groupA).items
    expect(shown).toMatchObject({ plainText: 'Gruppe', author: ben.seatId })
    const named = await authorsOf(groupA, shown!.id)
    expect(named.created).toMatchObject({ by: { seatId: ben.seatId, name: 'Ben' }, wasHidden: true, isFromTray: false })
    expect(named.writers).toMatchObject([{ by: { seatId: ben.seatId }, share: 1 }])
    const { body } = await server.call<{ run: RunState }>('GET', at(''), { token: owner.token })
    expect(body.run.reveals).toMatchObject([
      { groupId: common, notes: 6, hasAuthors: false },
      { groupId: null, notes: 1, hasAuthors: true },
    ])
    expect((await reveal()).body.error).toBe('reveal.nothing')
    const events = (await new AuditLog(server.database).list(created.workshop.id as never)).map(({ event }) => event)
    expect(events.filter((event) => event === 'notes.revealed')).toHaveLength(2)
  })

  test('[HW4] what comes in while writers are asked is shown; a board of others takes nobody else’s notes', async () => {
    await aHiddenStep({ where: 'all' })
    const [anna, ben] = [await join('Anna'), await join('Ben', created.groups[1]!.link)]
    await hide(anna, ['eins'])
    await hide(ben, ['gehört nicht hierher'], groupA)
    const { ydoc } = anna.open(privateOf(anna))
    const revealing = reveal()
    addHiddenNotes(openBoard(ydoc), { groupId: common, canvasId: null, fieldId: 'notes' }, ['im letzten Augenblick'])
    await revealing
    expect(textsOn(await commonBoard()).toSorted()).toEqual(['eins', 'im letzten Augenblick'].toSorted())
    await anna.openBoard(groupA)
    expect(textsOn(anna.read(groupA))).toEqual([])
    await ben.openBoard(created.groups[1]!.id as GroupId)
    expect(textsOn(ben.read(created.groups[1]!.id as GroupId))).toEqual(['gehört nicht hierher'])
  })

  test('[HW4] what a muted seat wrote waits until it may write again', async () => {
    await aHiddenStep()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    await hide(anna, ['stumm'])
    await hide(ben, ['hörbar'])
    const mute = (isMuted: boolean) =>
      server.call('PATCH', at(`/seats/${anna.seatId}`), { token: owner.token, body: { isMuted } })
    expect((await mute(true)).status).toBe(200)
    expect(await counts()).toMatchObject({ notes: 1, writers: 1 })
    expect((await reveal()).body.notes).toBe(1)
    expect((await revealOwn(anna)).body.error).toBe('seat.muted')
    await mute(false)
    expect((await reveal()).body.notes).toBe(1)
    expect(textsOn(await commonBoard()).toSorted()).toEqual(['hörbar', 'stumm'])
  })

  test('[HW4] a frozen board takes nothing; the notes wait', async () => {
    await aHiddenStep()
    const anna = await join('Anna')
    await hide(anna, ['wartet'])
    await command({ type: 'freeze' })
    expect((await reveal()).body.error).toBe('board.frozen')
    await command({ type: 'unfreeze' })
    expect((await reveal()).body.notes).toBe(1)
  })

  test.each([
    ['before the board has them', 'group'],
    ['between board and run state', 'workshop'],
    ['before they leave the private documents', 'private'],
  ] as const)('[HW6] a stop %s loses nothing and doubles nothing', async (_when, kind) => {
    await aHiddenStep()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    await hide(anna, ['A1', 'A2'])
    await hide(ben, ['B1'])
    failWritesTo(kind)
    expect((await reveal()).status).toBe(503)
    vi.restoreAllMocks()
    for (const person of [anna, ben]) person.leave()
    await server.restart()
    expect((await reveal()).body).toMatchObject({ notes: 3, run: { reveals: [{ notes: 3 }] } })
    expect(textsOn(await commonBoard()).toSorted()).toEqual(['A1', 'A2', 'B1'])
    expect(await counts()).toMatchObject({ notes: 0 })
    expect((await reveal()).body.error).toBe('reveal.nothing')
    const { body } = await server.call<{ run: RunState }>('GET', at(''), { token: owner.token })
    expect(body.run.reveals.map(({ notes }) => notes)).toEqual([3])
  })
})

describe('late', () => {
  test('[HW7] what comes after the reveal stays private until its author shows it', async () => {
    await aHiddenStep()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    await hide(anna, ['rechtzeitig'])
    await hide(ben, ['auch'])
    anna.goOffline()
    await until(() => !anna.isConnected)
    const offline = openBoard(anna.open(privateOf(anna)).ydoc)
    editItemText(offline, readHiddenNotes(offline)[0]!.id, 'rechtzeitig, und später mehr')
    await hide(anna, ['ohne Netz'])
    expect((await reveal()).body.notes).toBe(2)
    await anna.goOnline()
    await until(() => anna.isSaved && notesOf(anna).length === 2, { what: 'late notes to arrive' })
    expect(notesOf(anna).map((text) => text.trim())).toEqual([', und später mehr', 'ohne Netz'])
    expect(textsOn(await commonBoard()).toSorted()).toEqual(['auch', 'rechtzeitig'])
    expect(await counts()).toMatchObject({ notes: 2, writers: 1 })

    expect((await revealOwn(ben)).body.error).toBe('reveal.nothing')
    expect((await revealOwn(anna)).body.notes).toBe(2)
    expect(textsOn(await commonBoard())).toHaveLength(4)
    await until(() => notesOf(anna).length === 0)
    const audit = await new AuditLog(server.database).list(created.workshop.id as never)
    expect(JSON.stringify(audit)).not.toContain(anna.seatId)
    const items = (await commonBoard()).items
    expect(items.every(({ author }) => author === null)).toBe(true)
  })

  test('[HW7] nobody shows own notes where the board takes none', async () => {
    await aHiddenStep()
    const anna = await join('Anna')
    await hide(anna, ['zu früh'])
    expect((await revealOwn(anna)).body.error).toBe('step.closed')
    await reveal()
    await hide(anna, ['spät'])
    await command({ type: 'freeze' })
    expect((await revealOwn(anna)).body.error).toBe('board.frozen')
    const observer = await server.join(created.links.observer)
    const call = { token: observer.token, body: { groupId: common } }
    expect((await server.call('POST', at('/hidden-notes/reveal-own'), call)).body.error).toBe('seat.observing')
    await command({ type: 'unfreeze' })
    expect((await revealOwn(anna)).body.notes).toBe(1)
  })
})

describe('somebody who only wants to hold things up', () => {
  test('[HW7] has nothing to show at once, and is slowed down', async () => {
    await aHiddenStep()
    await join('Ben').then((ben) => hide(ben, ['etwas']))
    await reveal()
    const anna = await join('Anna')
    const answers: unknown[] = []
    for (let call = 0; call < 8; call += 1) answers.push((await revealOwn(anna)).body.error)
    expect(new Set(answers)).toEqual(new Set(['reveal.nothing', 'request.tooMany']))
  })
})

describe('the end of the workshop', () => {
  const call = (path: 'close' | 'reopen', token = owner.token) =>
    server.call<{ run: RunState }>('POST', at(`/${path}`), { token })
  const stored = async (secret: string): Promise<number> => {
    const rows = await server.database.all(
      'SELECT bytes FROM journal_row UNION ALL SELECT bytes FROM journal_checkpoint',
    )
    return rows.filter(({ bytes }) => Buffer.from(bytes as Uint8Array).includes(secret)).length
  }

  test('[HW8] closing freezes, keeps a snapshot and deletes what was never shown; reopening does not bring it back', async () => {
    await aHiddenStep()
    const [anna, ben] = [await join('Anna'), await join('Ben')]
    await hide(anna, ['Niemals-gezeigt-55'])
    await hide(ben, ['Auch-nicht-66'])
    expect(await stored('Niemals-gezeigt-55')).toBe(1)
    expect((await call('close', anna.token)).status).toBe(403)
    const stream = await EventReader.open(`${server.address}${at('/cockpit/events')}`, owner.token)
    leaving.push({ leave: () => stream.close() })
    const { body } = await call('close')
    expect(body.run).toMatchObject({ frozen: { all: true } })
    expect(body.run.closedAt).toBeGreaterThan(0)
    await until(() => anna.refusals.some((one) => one.name === privateOf(anna) && one.code === 'workshop.closed'))
    expect([await stored('Niemals-gezeigt-55'), await stored('Auch-nicht-66')]).toEqual([0, 0])
    for (const table of ['row', 'checkpoint', 'claim', 'document']) {
      const left = `SELECT 1 FROM journal_${table} WHERE document IN (?, ?)`
      expect(await server.database.all(left, privateOf(anna), privateOf(ben)), table).toEqual([])
    }
    expect(await counts()).toMatchObject({ notes: 0 })
    await stream.first(({ event, data }) => event === 'hidden' && data['notes'] === 0)
    expect((await command({ type: 'unfreeze' })).body.error).toBe('workshop.closed')
    expect((await reveal()).body.error).toBe('workshop.closed')
    expect((await call('close')).status).toBe(200)
    const cockpit = await server.call<CockpitState>('GET', at('/cockpit'), { token: owner.token })
    expect(cockpit.body.snapshots.map(({ name }) => name)).toEqual([expect.stringContaining('Geschlossen')])

    expect((await call('reopen')).body.run).toMatchObject({ closedAt: null, frozen: { all: false } })
    const again = await join('Clara')
    await hide(again, ['neu'])
    expect(await counts()).toMatchObject({ notes: 1, writers: 1 })
    const audit = (await new AuditLog(server.database).list(created.workshop.id as never)).map(({ event }) => event)
    expect(audit.filter((event) => event.startsWith('workshop.')).slice(-2)).toEqual([
      'workshop.closed',
      'workshop.reopened',
    ])
  })

  test('[HW8] a stop in the middle of closing is completed by the next start', async () => {
    await aHiddenStep()
    const anna = await join('Anna')
    await hide(anna, ['Niemals-gezeigt-77'])
    failWritesTo('private')
    expect((await call('close')).status).toBe(503)
    vi.restoreAllMocks()
    anna.leave()
    expect(await stored('Niemals-gezeigt-77')).toBe(1)
    await server.restart()
    await until(async () => (await stored('Niemals-gezeigt-77')) === 0, { what: 'the deletion to be completed' })
  })
})

/** Every write that concerns such a document fails, as if the machine had been switched off before it. */
function failWritesTo(kind: 'group' | 'workshop' | 'private'): void {
  const { database } = server
  const write = database.write.bind(database)
  vi.spyOn(database, 'write').mockImplementation((statements: readonly Statement[]) => {
    const isConcerned = statements.some(
      ({ sql, params }) => sql.includes('journal_row') && String(params?.[0]).startsWith(`${kind}/`),
    )
    if (isConcerned) return Promise.reject(new AppError('storage.unavailable', 'as if the disk took nothing'))
    return write(statements)
  })
}
