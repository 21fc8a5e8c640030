import { documentName } from '@tafelrunde/protocol'
import { addHiddenNotes, addItem, openBoard } from '@tafelrunde/schema'
import { partOf, type GroupId, type PartRules, type RunState } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

const READING: PartRules = { writableRoots: [], visibility: 'all', isHidden: false }
const HIDDEN: PartRules = { writableRoots: ['items'], visibility: 'own', isHidden: true }

/** A workshop in a step of these parts, with a person in its first group, and a moderator. */
async function aStepOf(parts: readonly { minutes: number; rules: PartRules | null }[]) {
  const created = await server.createWorkshop()
  const { token } = await server.join(created.links.moderator)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const step = {
    title: 'Verstehen',
    instruction: '',
    minutes: 10,
    writableRoots: ['items'],
    where: 'groups',
    visibility: 'own',
    isPlenaryOpen: false,
    screen: 'instruction',
    parts: parts.map((part) => ({ title: '', instruction: '', ...part })),
  }
  await server.call('PATCH', path, { token, body: { steps: [step] } })
  const command = (wish: Readonly<Record<string, unknown>>) =>
    server.call<{ run: RunState }>('POST', `${path}/run`, { token, body: wish })
  const groupId = created.groups[0]!.id as GroupId
  const person = await Participant.join({ url: server.address, invite: inviteOf(created.groups[0]!.link) })
  onTestFinished(() => person.leave())
  await person.openBoard(groupId)
  expect(await command({ type: 'step.next' })).toMatchObject({ status: 200 })
  const write = (text: string): boolean =>
    person.edit(groupId, (board) => addItem(board, { place: { canvasId: null, fieldId: 'free' }, text })) !== null
  const placeNow = async (): Promise<number | null> => {
    const { steps, current } = await run()
    return current && steps[0] ? (partOf(steps[0], current)?.index ?? null) : null
  }
  const run = async (): Promise<RunState> => (await server.call<{ run: RunState }>('GET', path, { token })).body.run
  const notes = (): string[] => person.read(groupId).items.map(({ plainText }) => plainText)
  return { created, path, token, command, person, groupId, write, placeNow, notes }
}

test('[E6] a part begins by itself, and what it does not allow is refused by the server and kept in the tray', async () => {
  const { created, path, person, groupId, write, placeNow, notes, command } = await aStepOf([
    { minutes: 5, rules: null },
    { minutes: 5, rules: READING },
  ])
  const away = await Participant.join({ url: server.address, invite: inviteOf(created.groups[0]!.link) })
  onTestFinished(() => away.leave())
  await away.openBoard(groupId)
  await until(() => write('im ersten Teil'))
  await until(() => person.isSaved)
  away.goOffline()
  await until(() => !away.isConnected)
  expect(
    away.edit(groupId, (board) => addItem(board, { place: { canvasId: null, fieldId: 'free' }, text: 'zu spät' })),
  ).not.toBeNull()
  // Its time is up now; the next part comes by the clock.
  await command({ type: 'time.add', minutes: -60 })
  await until(async () => (await placeNow()) === 1)
  await until(() => !write('im zweiten Teil'))
  expect(person.refusals).toEqual([])
  const acts = () =>
    server.database.all(
      "SELECT seat_id FROM audit_entry WHERE workshop_id = ? AND event = 'part.began'",
      created.workshop.id,
    )
  await until(async () => (await acts()).length > 0)
  expect(await acts()).toEqual([{ seat_id: null }])

  void away.goOnline()
  await until(() => away.refusals.length > 0 && away.isSaved)
  expect(away.refusals[0]?.code).toBe('step.closed')
  expect(notes()).toEqual(['im ersten Teil'])
  const tray = await server.call<{ entries: { text: string }[] }>('GET', `${path}/tray`, { token: away.token })
  expect(tray.body.entries.map(({ text }) => text)).toEqual(['zu spät'])

  expect((await command({ type: 'part.start', part: 0 })).status).toBe(200)
  expect(await placeNow()).toBe(0)
  await until(() => write('wieder offen'))
  await until(() => person.isSaved && notes().includes('wieder offen'))
})

test('[E6] a part for one group closes that group’s board and leaves the others open', async () => {
  const { created, command, person, groupId } = await aStepOf([
    { minutes: 5, rules: null },
    { minutes: 5, rules: READING },
  ])
  const otherId = created.groups[1]!.id as GroupId
  const other = await Participant.join({ url: server.address, invite: inviteOf(created.groups[1]!.link) })
  onTestFinished(() => other.leave())
  await other.openBoard(otherId)
  await command({ type: 'part.start', part: 1, groupId })
  const tryOn = (one: Participant, id: GroupId) =>
    one.edit(id, (board) => addItem(board, { place: { canvasId: null, fieldId: 'free' }, text: 'hier' }))
  await until(() => tryOn(person, groupId) === null)
  await until(() => tryOn(other, otherId) !== null)
  await until(() => other.isSaved)
  expect(other.refusals).toEqual([])
})

test('[E6] [HW3] in a hidden part notes stay with their author until the moderators reveal them', async () => {
  const { path, token, command, person, groupId, placeNow, write, notes } = await aStepOf([
    { minutes: 5, rules: null },
    { minutes: 5, rules: HIDDEN },
  ])
  await command({ type: 'part.start', part: 1 })
  await until(() => !write('offen'))
  const own = person.open(documentName('private', person.seatId))
  await until(() => own.isSynced)
  addHiddenNotes(openBoard(own.ydoc), { groupId, canvasId: null, fieldId: 'free' }, ['verdeckt'])
  await until(() => person.isSaved)
  expect(notes()).toEqual([])
  const cockpit = await server.call('GET', `${path}/cockpit`, { token })
  expect(cockpit.body).toMatchObject({ hidden: { notes: 1, writers: 1 } })

  expect(await server.call('POST', `${path}/reveal`, { token, body: { hasAuthors: true } })).toMatchObject({
    status: 200,
  })
  await until(() => notes().includes('verdeckt'))
  // What the part has revealed it does not hide again.
  await until(() => write('offen weiter'))
  expect(await placeNow()).toBe(1)
})

test('[E6] an edit of the run sheet keeps the part that is on, and asks writers first where it takes their rights', async () => {
  const { path, token, person, write, placeNow } = await aStepOf([
    { minutes: 5, rules: null },
    { minutes: 5, rules: READING },
  ])
  const { body } = await server.call<{ run: RunState }>('GET', path, { token })
  const [step] = body.run.steps as [RunState['steps'][0]]
  const edit = (parts: RunState['steps'][0]['parts']) =>
    server.call('PATCH', path, { token, body: { steps: [{ ...step, parts, vote: null }] } })
  const [first, second] = step.parts as [RunState['steps'][0]['parts'][0], RunState['steps'][0]['parts'][0]]
  expect((await edit([second, first])).status).toBe(200)
  expect(await placeNow()).toBe(1)
  await until(() => write('weiter im selben Teil'))
  await until(() => person.isSaved)
  expect((await edit([second, { ...first, rules: READING }])).status).toBe(200)
  await until(() => !write('nur noch lesen'))
  await until(() => person.isSaved)
  expect(person.refusals).toEqual([])
})
