import { documentName, type CreateWorkshopResponse } from '@tafelrunde/protocol'
import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import { createWorkshop } from '@tafelrunde/testkit'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as act from './support/people.ts'
import { RawSeat, type Write } from './support/RawSeat.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'

let product: Product
let stage: Stage

beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open()
})
afterAll(() => product.stop())

const GROUPS = ['Kommunen', 'Gründende', 'Studierende']
const PEOPLE = ['Anna', 'Amir', 'Alex', 'Bea', 'Ben', 'Cleo', 'Cem'] as const
/** The group of each of them. */
const SEATED = [0, 0, 0, 1, 1, 2, 2]
const TIMEOUT_MS = 20_000

/** What a step opens to participants, in the words of the run sheet's rules. */
interface Rules {
  readonly title: string
  readonly common: readonly Write[]
  readonly own: readonly Write[]
  /** Boards of other groups and the plenary can be read. */
  readonly isOpen: boolean
}

const NOTHING = { common: [], own: [], isOpen: false } as const
const ON_THE_COMMON_BOARD = { ...NOTHING, common: ['notes'] } as const

const RUN_SHEET = {
  arrive: { ...ON_THE_COMMON_BOARD, title: 'Ankommen' },
  talks: { ...ON_THE_COMMON_BOARD, title: 'Impulse' },
  collect: { ...NOTHING, title: 'Zielgruppen sammeln' },
  cluster: { ...ON_THE_COMMON_BOARD, title: 'Aufdecken und ordnen' },
  choose: { ...NOTHING, title: 'Auswählen' },
  briefing: { ...NOTHING, title: 'Auftrag für die Gruppen' },
  understand: {
    ...NOTHING,
    title: 'Gruppenarbeit 1: Zielgruppe verstehen',
    own: ['notes', 'recommendations', 'pen'],
  },
  pause: { ...NOTHING, title: 'Pause' },
  plenary: { ...ON_THE_COMMON_BOARD, title: 'Plenum 1: Was wir herausgefunden haben', isOpen: true },
  recommend: { ...NOTHING, title: 'Gruppenarbeit 2: Empfehlungen schreiben', own: ['notes', 'recommendations'] },
  shortPause: { ...NOTHING, title: 'Kurze Pause' },
  rank: { ...ON_THE_COMMON_BOARD, title: 'Plenum 2: Was zuerst?', isOpen: true },
  commit: { ...NOTHING, title: 'Verabredungen', own: ['recommendations'], isOpen: true },
  feedback: { ...ON_THE_COMMON_BOARD, title: 'Rückmeldung und Ausblick' },
  close: { ...NOTHING, title: 'Abschluss', isOpen: true },
} as const satisfies Readonly<Record<string, Rules>>

/** Seats that ask the server itself, one of each role. */
interface RawSeats {
  readonly participant: RawSeat
  readonly moderator: RawSeat
  readonly observer: RawSeat
  readonly screen: RawSeat
}

it('plays the whole run sheet: two moderators, three groups, seven people, screen and remote, each step held by the server', async () => {
  const created = await createWorkshop(product.url, {
    title: 'OZG-Marketing',
    template: 'ozg-marketing-4h',
    talks: [{ organisation: 'Bundesressort 1', title: 'Reichweite' }],
    groups: GROUPS.map((name) => ({ name })),
  })
  const { links, groups } = created
  const take = (link: string) => RawSeat.take(product.url, link)
  const [participant, moderator, observer, screenSeat] = await Promise.all(
    [groups[0]!.link, links.moderator, links.observer, links.screen].map(take),
  )
  const seats = {
    participant: participant!,
    moderator: moderator!,
    observer: observer!,
    screen: screenSeat!,
  }
  await letLastPartOnlyRead(moderator!, RUN_SHEET.understand.title)
  const [cockpit, remote, screen, ...people] = (await Promise.all([
    arrive(links.moderator, 'Mo'),
    arrive(links.moderator, 'Rena', { width: 390, height: 844 }),
    arrive(links.screen, null, { width: 1920, height: 1080 }),
    ...PEOPLE.map((name, at) => arrive(groups[SEATED[at]!]!.link, name)),
  ])) as [Page, Page, Page, ...Page[]]
  const everybody = (work: (page: Page, name: string, at: number) => Promise<void>): Promise<unknown> =>
    Promise.all(people.map((page, at) => work(page, PEOPLE[at]!, at)))
  const [anna, , , bea, , cleo] = people as [Page, Page, Page, Page, Page, Page, Page]
  await remote.getByRole('button', { name: 'Mehr' }).first().click()
  await remote.getByRole('menuitem', { name: 'Fernbedienung' }).click()
  await remote.getByRole('heading', { name: 'Fernbedienung' }).waitFor()
  const begin = async (rules: Rules): Promise<void> => {
    await act.startStep(cockpit, rules.title)
    await expectHeld(created, seats, rules)
  }
  const goOn = async (rules: Rules): Promise<void> => {
    await remote.getByRole('button', { name: `Nächster Schritt: ${rules.title}` }).click()
    await cockpit.locator('.run-step[data-state=now]', { hasText: rules.title }).waitFor({ timeout: TIMEOUT_MS })
    await expectHeld(created, seats, rules)
  }

  await begin(RUN_SHEET.arrive)
  await everybody(async (page, name) => {
    await act.goToBoard(page, 'Gemeinsame Tafel')
    await act.writeNote(page, 'practice', `${name} ist da`)
  })
  for (const name of PEOPLE) await act.seesNote(anna, `${name} ist da`)

  await goOn(RUN_SHEET.talks)
  await act.writeNote(anna, 'question', 'Wer zahlt die Anzeigen?')
  await act.seesNote(bea, 'Wer zahlt die Anzeigen?')
  await bea.getByRole('button', { name: /^Das frage ich auch.*Wer zahlt/ }).click()
  await anna.getByRole('button', { name: /^Das frage ich auch \(1\)/ }).waitFor({ timeout: TIMEOUT_MS })

  await goOn(RUN_SHEET.collect)
  await everybody(async (page, name, at) => {
    const row = page.locator('[data-hidden-writer]')
    await row.fill(at % 2 === 0 ? `Eltern (${name})` : `Vereine (${name})`)
    await row.press('Enter')
    await page.locator('.hidden-panel', { hasText: 'Gespeichert' }).waitFor({ timeout: TIMEOUT_MS })
  })
  await cockpit.getByText('7 Zettel von 7 Personen').waitFor({ timeout: TIMEOUT_MS })
  expect(await cleo.content()).not.toContain('Eltern (Anna)')
  await cockpit.getByRole('button', { name: 'Aufdecken …' }).click()
  await cockpit.getByRole('alertdialog').getByRole('button', { name: 'Aufdecken', exact: true }).click()
  await everybody((page) => act.seesNote(page, 'Eltern (Anna)'))

  await begin(RUN_SHEET.cluster)
  await act.writeNote(cleo, 'ideas', 'Studierende mit Kind')

  await begin(RUN_SHEET.choose)
  await cockpit.getByRole('button', { name: 'Abstimmung öffnen' }).click()
  await everybody((page) => vote(page, ['Eltern (Anna)', 'Vereine (Amir)', 'Studierende mit Kind']))
  await cockpit.getByText('7 haben abgestimmt').waitFor({ timeout: TIMEOUT_MS })
  await closeVote(cockpit)
  await screen.locator('.screen-vote[data-results]').first().waitFor({ timeout: TIMEOUT_MS })
  await cockpit.getByRole('button', { name: 'Gewinner übernehmen …' }).click()
  await cockpit.getByRole('button', { name: 'Übernehmen', exact: true }).click()
  await cockpit.getByText('Die Gruppen haben ihre Canvas.').waitFor({ timeout: TIMEOUT_MS })

  await begin(RUN_SHEET.briefing)
  await everybody(async (page, _name, at) => act.goToBoard(page, GROUPS[SEATED[at]!]!))
  await goOn(RUN_SHEET.understand)
  await everybody(async (page, name) => {
    await act.writeNote(page, 'goals', `${name}: Antrag stellen`)
    await act.writeNote(page, 'barriers', `${name}: Vordruck unbekannt`)
  })
  await bea.getByRole('button', { name: 'Hilfe rufen' }).click()
  await cockpit.locator('.help-call').waitFor({ timeout: TIMEOUT_MS })
  await cockpit.locator('.help-call').getByRole('button', { name: 'Ich komme' }).click()
  await bea.getByText('Mo ist dazugekommen.').waitFor({ timeout: TIMEOUT_MS })
  await cockpit.goto(`${product.url}/w/${created.workshop.id}/cockpit${new URL(cockpit.url()).search}`)

  for (const part of [
    'Teil 2 von 4: Gemeinsam sammeln',
    'Teil 3 von 4: Schärfen',
    'Teil 4 von 4: Kernbotschaft finden',
  ])
    await cockpit.getByRole('button', { name: `Weiter: ${part}` }).click()
  await cockpit.locator('.run-step[data-state=now]', { hasText: 'Teil 4 von 4' }).waitFor({ timeout: TIMEOUT_MS })
  await act.writerOf(anna, 'goals').waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  expect(await seats.participant.write(groups[0]!.id as GroupId, 'notes')).toBe('step.closed')

  await goOn(RUN_SHEET.pause)
  await begin(RUN_SHEET.plenary)
  for (const name of ['Anna', 'Bea', 'Cleo'])
    await screen
      .locator('[data-item-id]', { hasText: `${name}: Antrag stellen` })
      .first()
      .waitFor({ timeout: TIMEOUT_MS })
  await remote.getByRole('button', { name: 'Seite vor', exact: true }).click()
  await remote.locator('.remote-picture').getByText('Seite 2 von', { exact: false }).waitFor({ timeout: TIMEOUT_MS })

  await begin(RUN_SHEET.recommend)
  await everybody((page, name) => act.writeRecommendation(page, `${name} empfiehlt ein Merkblatt`))
  await begin(RUN_SHEET.shortPause)

  await begin(RUN_SHEET.rank)
  await cockpit.getByRole('button', { name: 'Abstimmung öffnen' }).click()
  await everybody((page) => vote(page, ['Bea empfiehlt ein Merkblatt', 'Bea empfiehlt ein Merkblatt']))
  await closeVote(cockpit)
  await cockpit.getByRole('button', { name: 'Gewinner übernehmen …' }).click()
  await cockpit.getByRole('button', { name: 'Übernehmen', exact: true }).click()
  await screen.getByText('Bea empfiehlt ein Merkblatt').first().waitFor({ timeout: TIMEOUT_MS })

  await begin(RUN_SHEET.commit)
  await goOn(RUN_SHEET.feedback)
  await act.goToBoard(cleo, 'Gemeinsame Tafel')
  await act.writeNote(cleo, 'practice', 'Cleo nimmt viel mit')
  await begin(RUN_SHEET.close)
  await cockpit.getByRole('button', { name: 'Mehr' }).click()
  await cockpit.getByRole('menuitem', { name: 'Workshop schließen …' }).click()
  await cockpit.getByRole('alertdialog').getByRole('button', { name: 'Schließen' }).last().click()
  await cockpit.getByText('Der Workshop ist geschlossen.', { exact: false }).first().waitFor({ timeout: TIMEOUT_MS })
  const common = created.common.id as GroupId
  expect(await seats.participant.write(common, 'notes')).toBe('board.frozen')
  expect(await seats.moderator.write(common, 'notes')).toBe('board.frozen')
  stage.assertQuiet()
})

/** Give the last part of a step rules of its own. */
async function letLastPartOnlyRead(moderator: RawSeat, title: string): Promise<void> {
  const { run } = await moderator.call<{ run: RunState }>('GET')
  const steps = run.steps.map((step) => {
    const last = step.parts.at(-1)
    if (step.title !== title || !last) return step
    const rules = { writableRoots: [], visibility: step.visibility, isHidden: false }
    return { ...step, parts: [...step.parts.slice(0, -1), { ...last, rules }] }
  })
  await moderator.call('PATCH', '', { steps })
}

async function arrive(link: string, name: string | null, viewport?: { width: number; height: number }): Promise<Page> {
  const page = await stage.openPage(viewport ? { viewport } : {})
  await act.joinAs(page, link, name)
  return page
}

/** Give the dots, one for each mention; the ballot counts at once and is left then. */
async function vote(page: Page, labels: readonly string[]): Promise<void> {
  await page.locator('.vote-bar').getByRole('button', { name: 'Abstimmen' }).click({ timeout: TIMEOUT_MS })
  const ballot = page.getByRole('dialog')
  for (const label of labels)
    await ballot.getByRole('button', { name: new RegExp(`^Ein Punkt mehr für „${escaped(label)}“`) }).click()
  await ballot.getByText('Gezählt. Bis zum Schluss können Sie noch ändern.').waitFor({ timeout: TIMEOUT_MS })
  await page.keyboard.press('Escape')
}

function escaped(text: string): string {
  return text.replaceAll(/[()]/g, String.raw`\$&`)
}

async function closeVote(cockpit: Page): Promise<void> {
  await cockpit.getByRole('button', { name: 'Schließen und zeigen' }).click()
  await cockpit.getByRole('alertdialog').getByRole('button', { name: 'Schließen und zeigen' }).click()
  await cockpit.getByRole('dialog').getByRole('button', { name: 'Schließen' }).last().click({ timeout: TIMEOUT_MS })
}

/** What the server lets each role do in this step, asked past every interface. */
async function expectHeld(created: CreateWorkshopResponse, seats: RawSeats, rules: Rules): Promise<void> {
  const common = created.common.id as GroupId
  const [own, other] = created.groups.map(({ id }) => id as GroupId) as [GroupId, GroupId]
  const { participant, moderator, observer, screen } = seats
  const kinds = ['notes', 'recommendations', 'pen'] as const
  const answersOf = async (groupId: GroupId): Promise<readonly string[]> =>
    Promise.all(kinds.map((kind) => participant.write(groupId, kind)))
  const expected = (open: readonly Write[]): readonly string[] =>
    kinds.map((kind) => (open.includes(kind) ? 'written' : 'step.closed'))
  const plenary = documentName('plenary', created.workshop.id)
  const [onCommon, onOwn, ...others] = await Promise.all([
    answersOf(common),
    answersOf(own),
    participant.read(documentName('group', other)),
    participant.write(other, 'notes'),
    participant.read(plenary),
    participant.read(documentName('private', seats.moderator.seatId)),
    moderator.write(own, 'notes'),
    observer.write(common, 'notes'),
    screen.write(common, 'notes'),
  ])
  expect({ common: onCommon, own: onOwn, others }, rules.title).toEqual({
    common: expected(rules.common),
    own: expected(rules.own),
    others: [
      rules.isOpen ? 'read' : 'document.notOpen',
      rules.isOpen ? 'group.foreign' : 'document.notOpen',
      rules.isOpen ? 'read' : 'plenary.closed',
      'document.notOpen',
      'written',
      'seat.observing',
      'seat.observing',
    ],
  })
}
