import type { CreateWorkshopResponse, JoinResponse } from '@tafelrunde/protocol'
import type { ExpectedPerson, RehearsalOrder } from '@tafelrunde/rehearsal'
import { rehearse } from '@tafelrunde/rehearsal/rehearse'
import {
  findRehearsalProblems,
  type GroupId,
  type RunState,
  type Step,
  type WorkshopId,
} from '@tafelrunde/schema/plain'
import { sampleStep } from '@tafelrunde/schema/samples'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTamperingProxy, type Tampering } from './TamperingProxy.ts'
import { inviteOf, TestServer } from './TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

const SEED = 20_220_303

const aStep = (traits: Partial<Step>): Step =>
  sampleStep({ instruction: 'Ein Gedanke je Zettel.', writableRoots: ['items'], where: 'groups', ...traits })

const VOTE: Step['vote'] = {
  kind: 'dots',
  question: 'Was zuerst?',
  subject: 'options',
  where: 'common',
  fieldId: null,
  options: ['Plakate', 'Videos', 'Beratung'],
  votesPerSeat: 2,
  maxPerOption: 1,
  isHiddenUntilClosed: true,
  isSecret: false,
  mayAbstain: false,
  weight: 'seat',
}

const STEPS: readonly Step[] = [
  aStep({ title: 'Nie begonnen' }),
  aStep({ title: 'Verdeckt', where: 'common', isHidden: true }),
  aStep({ title: 'Gruppen' }),
  aStep({ title: 'Noch einmal', isPlenaryOpen: true }),
  aStep({ title: 'Wahl', writableRoots: [], vote: VOTE }),
  aStep({ title: 'Andere Wahl', writableRoots: [], vote: VOTE }),
]

/** A workshop that is rehearsed on as it is, against a server that is spoilt in this way; what was met, by title and letter. */
async function problemsWith(
  tamperingFor: (run: RunState) => Tampering,
  { patienceMs, steps = STEPS }: { readonly patienceMs: number; readonly steps?: typeof STEPS },
): Promise<readonly string[]> {
  const created: CreateWorkshopResponse = await server.createWorkshop({ groups: 2 })
  const path = `/api/v1/workshops/${created.workshop.id}`
  const { token }: JoinResponse = await server.join(created.links.owner)
  await server.call('PATCH', path, { token, body: { steps } })
  const { run } = (await server.call<{ run: RunState }>('GET', path, { token })).body
  const proxy = await startTamperingProxy(server.address, tamperingFor(run))
  const people = created.groups.flatMap(({ id, name }): ExpectedPerson[] =>
    [1, 2].map((at) => ({ name: `${name} ${at}`, organisation: '', groupId: id as GroupId, isListed: false })),
  )
  const { moderator, participant, screen } = created.links
  const order: RehearsalOrder = {
    url: proxy.url,
    host: new URL(proxy.url).host,
    workshopId: created.workshop.id as WorkshopId,
    run,
    seating: 'free',
    invites: { moderator: inviteOf(moderator), participant: inviteOf(participant), screen: inviteOf(screen) },
    people,
    seed: SEED,
    stepMs: 60,
    patienceMs,
  }
  try {
    const account = await rehearse(order, { signal: new AbortController().signal, report: () => undefined })
    return findRehearsalProblems({ run, account }).map(({ code, stepId, groupId }) => {
      const step = run.steps.find(({ id }) => id === stepId)?.title ?? '-'
      return `${code} ${step} ${run.groups.find(({ id }) => id === groupId)?.letter ?? '-'}`
    })
  } finally {
    await proxy.close()
  }
}

test('[RH10] through a server that spoils nothing nobody stumbles', async () => {
  expect(await problemsWith(() => ({}), { patienceMs: 10_000 })).toEqual([])
})

test('[RH11] what the server refuses or does not show is met', async () => {
  const spoil = (run: RunState): Tampering => {
    const idOf = (title: string): unknown => run.steps.find((step) => step.title === title)?.id
    const [, , second] = run.groups
    let answers = '{}'
    let named = 0
    return {
      answer: ({ method, path, body }) => {
        const isSeat = path === '/seats' && 'group' in body
        if (isSeat && body['group'] === second?.id) return { refusal: 'group.full' }
        if (isSeat && named++ === 1) return { refusal: 'link.full' }
        if (body['type'] === 'step.start' && body['stepId'] === idOf('Nie begonnen'))
          return { refusal: 'step.conflict' }
        if (path.endsWith('/votes') && body['stepId'] === idOf('Wahl')) return { refusal: 'vote.running' }
        if (path.endsWith('/ballot')) return { refusal: 'vote.closed' }
        if (method === 'GET' && path.endsWith('/plenary')) return { refusal: 'plenary.closed' }
        if (body['type'] === 'freeze' || path.endsWith('/close')) {
          return path.includes('/votes/') ? null : { body: answers }
        }
        return path.includes('/results.') ? { body: '{}' } : null
      },
      rewrite: ({ path }, body) => {
        if (path.endsWith('/run')) answers = body
        if (path.endsWith('/cockpit')) return body.replace(/"signals":\{[^}]*\}*/, '"signals":{}')
        return path.endsWith('/reveal') ? body.replace(/"notes":\d+/, '"notes":1') : body
      },
    }
  }
  const problems = await problemsWith(spoil, { patienceMs: 2_500 })
  expect(problems.toSorted()).toEqual(
    [
      'people.keptOut - -',
      'group.unreached - B',
      'step.notStarted Nie begonnen -',
      'hidden.missing Verdeckt -',
      'help.unseen Gruppen A',
      'ready.unseen Noch einmal A',
      'vote.notOpened Wahl -',
      'vote.nobody Andere Wahl -',
      'plenary.refused Noch einmal -',
      ...['Verdeckt', 'Gruppen', 'Noch einmal', 'Wahl', 'Andere Wahl'].map((title) => `screen.empty ${title} -`),
      'end.open - -',
      'export.missing - -',
    ].toSorted(),
  )
})

test('[RH11] what goes lost on the way is met', async () => {
  const PEOPLE_AND_MODERATOR = 5
  const spoil = (run: RunState): Tampering => {
    const [, first, second] = run.groups.map(({ id }) => `group/${id}`)
    return {
      isLost: ({ direction, document, type, socket }) => {
        // Board B never opens; what somebody brings back to board A after a cut never arrives.
        if (document === second) return direction === 'toClient'
        return document === first && direction === 'toServer' && type === 0 && socket > PEOPLE_AND_MODERATOR
      },
    }
  }
  const problems = await problemsWith(spoil, { patienceMs: 1_000, steps: STEPS.slice(2, 3) })
  expect(problems).toContain('board.unreachable - B')
  expect(problems).toContain('notes.refused Gruppen B')
  expect(problems).toContain('text.lost Gruppen A')
  expect(problems).toContain('edits.unsaved Gruppen A')
})
