import { newId, type Step, type StepPartId } from '@tafelrunde/schema/plain'
import { sampleStep } from '@tafelrunde/schema/samples'
import { until } from '@tafelrunde/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aRehearsedWorkshop, PATIENTLY, REHEARSAL_PACE, rowCounts, settledRowCounts } from './aRehearsedWorkshop.ts'
import { TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start({}, { rehearsalPace: REHEARSAL_PACE })
})
afterAll(() => server.stop())

type Workshop = Awaited<ReturnType<typeof aRehearsedWorkshop>>

/** A step in which the groups write notes, the parts that matter given. */
const aStep = (traits: Partial<Step> = {}): Step =>
  sampleStep({
    title: 'Sammeln',
    instruction: 'Ein Gedanke je Zettel.',
    writableRoots: ['items'],
    where: 'groups',
    ...traits,
  })

const VOTE: NonNullable<Step['vote']> = {
  kind: 'dots',
  question: 'Was zuerst?',
  subject: 'notes',
  where: 'common',
  fieldId: null,
  options: [],
  votesPerSeat: 3,
  maxPerOption: 2,
  isHiddenUntilClosed: true,
  isSecret: true,
  mayAbstain: true,
  weight: 'organisation',
}

const READING: Step['parts'][0] = {
  id: newId<StepPartId>(),
  title: 'Lesen',
  instruction: '',
  minutes: 2,
  rules: { writableRoots: [], visibility: 'own', isHidden: false },
}
const HIDDEN: Step['parts'][0]['rules'] = { writableRoots: ['items'], visibility: 'own', isHidden: true }

async function setSteps({ call }: Workshop, steps: readonly Step[]): Promise<void> {
  const answer = await call('PATCH', '', { steps })
  if (answer.status !== 200) throw new Error(`the steps were not taken: ${JSON.stringify(answer.body)}`)
}

test('[RH3] [RH4] [RH5] [RH7] [RH8] [RH10] the four hours are gone through without a problem and without a trace', async () => {
  const workshop = await aRehearsedWorkshop(server, { template: 'ozg-marketing-4h' })
  const [before, rows] = [await workshop.run(), await rowCounts(server)]
  const started = await workshop.start()
  expect(started.status).toBe(202)
  expect(started.body.rehearsal).toMatchObject({ outcome: null, steps: 15, problems: [] })
  const seen = new Set<number>()
  await until(async () => seen.add((await workshop.read())?.step ?? 0).size > 3, PATIENTLY)
  expect((await rowCounts(server))['rehearsal_copy']).toBe(1)
  const record = await workshop.over()
  expect(record).toMatchObject({ outcome: 'finished', failure: null, phase: 'over', step: 15, problems: [] })
  const { people, notes, recommendations, ballots, calls, returns } = record.counts
  expect({ people, ballots, calls }).toEqual({ people: 4, ballots: 12, calls: 4 })
  expect(notes).toBeGreaterThan(40)
  expect(recommendations).toBeGreaterThan(7)
  expect(returns).toBeGreaterThan(5)

  expect(await workshop.run()).toEqual(before)
  expect(await settledRowCounts(server)).toEqual(rows)
  const audit = await server.database.all('SELECT DISTINCT workshop_id FROM audit_entry')
  expect(audit.map((row) => row['workshop_id'])).toEqual([workshop.created.workshop.id])
  const acts = await server.database.all(
    `SELECT event, seat_id FROM audit_entry WHERE event LIKE 'rehearsal.%' ORDER BY seq`,
  )
  expect(acts).toMatchObject([
    { event: 'rehearsal.started', seat_id: workshop.seatId },
    { event: 'rehearsal.ended', seat_id: null },
  ])
})

test('[RH6] [RH10] two at once, and no more: two hours without talks, and a run sheet of somebody, behind a lobby', async () => {
  const short = await aRehearsedWorkshop(server, { template: 'short-2h', talks: [], language: 'en' })
  const own = await aRehearsedWorkshop(server, {
    groups: [{ name: 'Eins' }, { name: 'Zwei', topic: 'Plakate' }],
    talks: [],
  })
  await setSteps(own, [
    aStep({ title: 'Still sammeln', isHidden: true, ending: 'soft' }),
    aStep({ title: 'Alle zusammen', where: 'all', screen: 'fields', isPlenaryOpen: true }),
    aStep({
      title: 'In Teilen',
      parts: [
        READING,
        { ...READING, id: newId<StepPartId>(), rules: HIDDEN },
        { ...READING, id: newId<StepPartId>(), rules: null },
      ],
    }),
    aStep({ title: 'Wählen', where: 'common', writableRoots: [], vote: VOTE, screen: 'vote' }),
  ])
  expect((await own.call('POST', '/run', { type: 'lobby', isOn: true })).status).toBe(200)
  for (const workshop of [short, own]) expect((await workshop.start()).status).toBe(202)
  const third = await aRehearsedWorkshop(server)
  expect((await third.start()).body.error).toBe('rehearsal.busy')
  for (const workshop of [short, own]) {
    expect(await workshop.over()).toMatchObject({ outcome: 'finished', problems: [] })
  }
})

test('[RH11] what simulated people stumble over is told with the steps and groups of the workshop', async () => {
  const workshop = await aRehearsedWorkshop(server, { talks: [] })
  const [locked, open] = workshop.created.groups.map(({ id }) => id)
  await setSteps(workshop, [
    aStep({ title: 'Ins Leere', where: 'common', writableRoots: [], screen: 'recommendations', isPlenaryOpen: true }),
    aStep({ title: 'Verdeckt', where: 'common', writableRoots: ['comments'], isHidden: true }),
    aStep({ title: 'Kein Feld', where: 'common', vote: { ...VOTE, fieldId: 'barriers' } }),
    aStep({ title: 'Gesperrt', writableRoots: ['items', 'recommendations'] }),
    aStep({
      title: 'Nur eine',
      writableRoots: [],
      vote: { ...VOTE, kind: 'choice', subject: 'options', options: ['Plakate'], votesPerSeat: 1, maxPerOption: 1 },
    }),
    aStep({
      title: 'Schätzen',
      writableRoots: [],
      vote: { ...VOTE, kind: 'estimate', subject: 'recommendations', where: 'groups' },
    }),
  ])
  const entries = [locked, open].map((groupId) => ({ name: 'Ada', organisation: 'Amt', groupId }))
  await workshop.call('PUT', '/assignments', { mode: 'wait', entries })
  expect((await workshop.call('POST', '/run', { type: 'board.lock', groupId: locked })).status).toBe(200)
  const titles = new Map((await workshop.run()).steps.map(({ id, title }) => [String(id), title]))
  await workshop.start()
  const { problems, outcome } = await workshop.over()
  expect(outcome).toBe('finished')
  const told = problems.map(({ code, stepId, groupId }) => [code, titles.get(stepId ?? '') ?? null, groupId])
  expect(told).toHaveLength(10)
  expect(told).toEqual(
    expect.arrayContaining([
      ['people.withoutGroup', null, null],
      ['screen.empty', 'Ins Leere', null],
      ['plenary.empty', 'Ins Leere', null],
      ['hidden.nothing', 'Verdeckt', null],
      ['vote.nothing', 'Kein Feld', null],
      ['notes.refused', 'Gesperrt', locked],
      ['recommendations.refused', 'Gesperrt', locked],
      ['vote.single', 'Nur eine', null],
      ['winners.refused', 'Nur eine', null],
      ['vote.groupLeftOut', 'Schätzen', locked],
    ]),
  )
})
