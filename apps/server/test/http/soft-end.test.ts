import { TrayResponse, type CockpitState } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import { SOFT_END_GRACE_MS, type GroupId, type RunState } from '@tafelrunde/schema/plain'
import { Participant, until } from '@tafelrunde/testkit'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
let setByMs = 0
beforeAll(async () => {
  server = await TestServer.start({}, { now: () => Date.now() + setByMs })
})
afterAll(() => server.stop())

const STEP = {
  title: 'Verstehen',
  instruction: '',
  minutes: 10,
  writableRoots: ['items'],
  where: 'groups',
  visibility: 'own',
  isPlenaryOpen: false,
  screen: 'instruction',
  parts: [],
  ending: 'soft',
}

/** A workshop in a soft step, with a person in each of two groups, and a moderator. */
async function aSoftStep() {
  const created = await server.createWorkshop()
  const { token } = await server.join(created.links.moderator)
  const path = `/api/v1/workshops/${created.workshop.id}`
  const { body } = await server.call<{ run: RunState }>('PATCH', path, { token, body: { steps: [STEP, STEP] } })
  const { steps } = body.run
  const command = async (wish: Readonly<Record<string, unknown>>): Promise<RunState> => {
    const answer = await server.call<{ run: RunState }>('POST', `${path}/run`, { token, body: wish })
    expect(answer).toMatchObject({ status: 200 })
    return answer.body.run
  }
  /** Begin the step so late that it closes in this time. */
  const startClosingIn = (ms: number): Promise<RunState> =>
    command({
      type: 'step.start',
      stepId: steps[0]!.id,
      elapsedMinutes: STEP.minutes + (SOFT_END_GRACE_MS - ms) / 60_000,
    })
  const people = await Promise.all(
    created.groups.map((group) => Participant.join({ url: server.address, invite: inviteOf(group.link) })),
  )
  onTestFinished(() => {
    for (const person of people) person.leave()
  })
  const groupIds = created.groups.map(({ id }) => id as GroupId)
  await Promise.all(people.map((person, index) => person.openBoard(groupIds[index]!)))
  const run = async (): Promise<RunState> => (await server.call<{ run: RunState }>('GET', path, { token })).body.run
  const snapshots = async (): Promise<string[]> =>
    (await server.call<CockpitState>('GET', `${path}/cockpit`, { token })).body.snapshots.map(({ name }) => name)
  const audited = async (): Promise<readonly Record<string, unknown>[]> =>
    server.database.all(
      `SELECT seat_id, details FROM audit_entry WHERE workshop_id = ? AND event = 'step.ended'`,
      created.workshop.id,
    )
  return { path, steps, command, startClosingIn, people, groupIds, run, snapshots, audited }
}

/** Type a word every few milliseconds while the board takes it; returns what was typed, and how to stop. */
function typeOn(person: Participant, groupId: GroupId): { readonly words: string[]; readonly stop: () => void } {
  const words: string[] = []
  const typing = setInterval(() => {
    const text = `wort-${words.length}`
    if (person.edit(groupId, (board) => addItem(board, { place: { canvasId: null, fieldId: 'free' }, text }))) {
      words.push(text)
    }
  }, 10)
  return { words, stop: () => clearInterval(typing) }
}

const wordsOn = (person: Participant, groupId: GroupId): string[] =>
  person.read(groupId).items.map(({ plainText }) => plainText)

test('[E1] a soft step ends by itself: what was typed until then is there, a snapshot is kept, nobody is refused', async () => {
  const { startClosingIn, people, groupIds, run, snapshots, audited, command } = await aSoftStep()
  await startClosingIn(1_200)
  const typed = people.map((person, index) => typeOn(person, groupIds[index]!))
  await until(() => typed.every(({ words }) => words.length > 20))
  await until(async () => (await run()).current?.isClosed)
  await until(() => people.every((person) => person.isSaved))
  const counts = typed.map(({ words }) => words.length)
  await until(async () => (await snapshots()).length > 0)
  typed.forEach(({ words }, index) => expect(words).toHaveLength(counts[index]!))
  people.forEach((person, index) => {
    expect(wordsOn(person, groupIds[index]!)).toEqual(typed[index]!.words)
    expect(person.refusals).toEqual([])
  })
  expect(await snapshots()).toEqual(['Ende: Verstehen'])
  expect(await audited()).toMatchObject([{ seat_id: null }])

  // Three more minutes for one group: it writes again, the other one does not.
  const opened = await command({ type: 'time.add', minutes: 3, groupId: groupIds[0] })
  expect(opened.current?.isClosed).toBe(true)
  await until(() => typed[0]!.words.length > counts[0]! + 5)
  expect(typed[1]!.words).toHaveLength(counts[1]!)
  // And for all.
  await command({ type: 'time.add', minutes: 1 })
  await until(() => typed[1]!.words.length > counts[1]! + 5)
  for (const { stop } of typed) stop()
})

test('[E2] what is typed after the end, without a connection, goes to its author’s tray', async () => {
  const { path, startClosingIn, people, groupIds, run } = await aSoftStep()
  const [person, groupId] = [people[0]!, groupIds[0]!]
  await startClosingIn(800)
  await until(() => person.edit(groupId, () => true))
  person.goOffline()
  await until(async () => (await run()).current?.isClosed)
  person.edit(groupId, (board) => addItem(board, { place: { canvasId: null, fieldId: 'free' }, text: 'zu spät' }))
  void person.goOnline()
  await until(() => person.refusals.length > 0 && person.isSaved)
  expect(person.refusals[0]?.code).toBe('step.closed')
  expect(wordsOn(person, groupId)).toEqual([])
  const tray = await server.call('GET', `${path}/tray`, { token: person.token })
  expect(TrayResponse.parse(tray.body).entries.map(({ text }) => text)).toEqual(['zu spät'])
})

test('[E3] more time in the last seconds puts the end off', async () => {
  const { startClosingIn, command, groupIds, run, audited } = await aSoftStep()
  await startClosingIn(700)
  await command({ type: 'time.add', minutes: 3, groupId: groupIds[0] })
  await until(async () => (await run()).current?.isClosed)
  await until(async () => (await audited()).length > 0)
  expect((await run()).groupRuns[groupIds[0]!]).toMatchObject({ isClosed: false })
  expect((await audited()).map(({ details }) => JSON.parse(String(details)).groupId)).toEqual([null])
})

test('[E4] a moderator ends a step at once, for one group or all: writers send what they have, a snapshot is kept', async () => {
  const { steps, command, people, groupIds, snapshots } = await aSoftStep()
  await command({ type: 'step.start', stepId: steps[0]!.id })
  const typed = people.map((person, index) => typeOn(person, groupIds[index]!))
  await until(() => typed.every(({ words }) => words.length > 10))
  const one = await command({ type: 'step.close', groupId: groupIds[0] })
  expect(one.groupRuns[groupIds[0]!]).toMatchObject({ stepId: steps[0]!.id, isClosed: true })
  const closedAt = typed[0]!.words.length
  await until(() => typed[1]!.words.length > 30)
  expect(typed[0]!.words).toHaveLength(closedAt)
  expect((await command({ type: 'step.close' })).current?.isClosed).toBe(true)
  await until(() => people.every((person) => person.isSaved))
  people.forEach((person, index) => {
    expect(wordsOn(person, groupIds[index]!)).toEqual(typed[index]!.words)
    expect(person.refusals).toEqual([])
  })
  expect(await snapshots()).toEqual(['Ende: Verstehen (A)', 'Ende: Verstehen'])
  // The next step begins open, and this one too when it is started again.
  expect((await command({ type: 'step.next' })).current?.isClosed).toBe(false)
  expect((await command({ type: 'step.back' })).current?.isClosed).toBe(false)
  for (const { stop } of typed) stop()
})

test('[E5] an end that came due while the server was down comes as soon as somebody is back', async () => {
  const { startClosingIn, run, snapshots, people } = await aSoftStep()
  await startClosingIn(50_000)
  for (const person of people) person.leave()
  setByMs += 3_600_000
  await server.restart()
  await until(async () => (await run()).current?.isClosed)
  await until(async () => (await snapshots()).includes('Ende: Verstehen'))
})

test('[E5] a running step is scheduled again after a restart', async () => {
  const { startClosingIn, run, people } = await aSoftStep()
  const { endsAt } = (await startClosingIn(2_500)).current!
  for (const person of people) person.leave()
  await server.restart()
  expect((await run()).current).toMatchObject({ endsAt, isClosed: false })
  await until(async () => (await run()).current?.isClosed)
})
