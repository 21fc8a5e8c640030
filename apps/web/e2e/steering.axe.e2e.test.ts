import type { CreateWorkshopResponse, VotePlanRequest, VoteResponse } from '@tafelrunde/protocol'
import { addItem } from '@tafelrunde/schema'
import type { CanvasId, GroupId, VoteKind } from '@tafelrunde/schema/plain'
import { inviteOf, Participant, until } from '@tafelrunde/testkit'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from './support/axeFindings.ts'
import { joinTeam, type TeamMember } from './support/joinTeam.ts'
import { openDemo } from './support/openDemo.ts'
import { joinAs } from './support/people.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'

let product: Product
let stage: Stage
let demo: CreateWorkshopResponse
let team: TeamMember

beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open()
  demo = await openDemo(product.url, 'de')
  team = await joinTeam(product.url, demo)
  for (const group of demo.groups.slice(0, 2)) await nameBarrier(group)
})
afterAll(() => product.stop())

const DIALOG = '.ui-dialog'

/** Each layout, and what is there when the screen has come to it. */
const LAYOUTS = {
  instruction: '.screen-instruction',
  fields: '[data-page^="targets#"]',
  columns: '[data-page*="|0#"]',
  recommendations: '[data-page^="recommendations#"]',
  ranking: '[data-page^="ranking#"]',
  matrix: '[data-page^="matrix#"]',
  coverage: '[data-page*=".barriers#"]',
  commitments: '[data-page^="commitments#"]',
  // After the commitments, which are no notes.
  board: '.screen-card[data-item-id]',
} as const

/** Each view of the plenary but the first, and what is there when it has opened. */
const VIEWS = {
  columns: '.columns-view',
  recommendations: '.recommendation-list',
  ranking: '.ranking',
  matrix: '.matrix',
  coverage: '.coverage',
  commitments: '.commitments',
} as const

/** How somebody answers in the ballot of each kind. */
const ANSWERS: Readonly<Record<VoteKind, string>> = {
  dots: '.vote-stepper button:last-of-type',
  points: '.vote-stepper button:last-of-type',
  choice: '.ballot-choice input',
  estimate: '.vote-scale input',
}

/** A barrier without an answer, which each group that names it has in common with the others. */
async function nameBarrier({ id, link }: CreateWorkshopResponse['groups'][number]): Promise<void> {
  const groupId = id as GroupId
  const person = await Participant.join({ url: product.url, invite: inviteOf(link) })
  await person.openBoard(groupId)
  const canvasId = person.read(groupId).canvases[0]?.id as CanvasId
  const note = { place: { canvasId, fieldId: 'barriers' }, text: 'Der Vordruck ist unbekannt', author: person.seatId }
  person.edit(groupId, (board) => addItem(board, note))
  await until(() => person.isSaved)
  person.leave()
}

function planOf(kind: VoteKind): VotePlanRequest {
  return {
    kind,
    question: 'Womit beginnen wir?',
    subject: kind === 'estimate' ? 'recommendations' : 'options',
    where: 'groups',
    fieldId: null,
    options: kind === 'estimate' ? [] : ['Familien', 'Gründende', 'Studierende'],
    votesPerSeat: kind === 'choice' ? 1 : 3,
    maxPerOption: kind === 'choice' ? 1 : 2,
    isHiddenUntilClosed: kind !== 'points',
    isSecret: kind === 'choice',
    mayAbstain: true,
    weight: kind === 'points' ? 'organisation' : 'seat',
  }
}

/** English has the same structure; `pnpm test:soak languages` looks at it as well. Both are in `places.axe`. */
const LANGUAGES = process.env['AXE_LANGUAGES'] === 'all' ? ['de-DE', 'en-GB'] : ['de-DE']

describe.each(LANGUAGES)('axe finds nothing in %s', (locale) => {
  let profile: BrowserContext
  // The other language has the same colours.
  const isColourless = locale === 'en-GB'
  const look = (page: Page, within = 'html'): Promise<string[]> => axeFindings(page, { within, isColourless })
  beforeAll(async () => {
    profile = await stage.openProfile({ locale })
  })
  afterAll(async () => {
    stage.assertQuiet()
    await profile.close()
  })

  const moderate = async (): Promise<Page> => {
    const page = await profile.newPage()
    await joinAs(page, demo.links.moderator, 'Moderation')
    return page
  }
  const go = async (page: Page, place: string): Promise<void> => {
    const at = new URL(page.url())
    await page.goto(`${at.origin}/w/${demo.workshop.id}/${place}`)
  }

  it('in the ballot and the result of each kind of vote, and where moderators prepare and close it', async () => {
    const cockpit = await moderate()
    await cockpit.getByRole('button', { name: /^(Abstimmung vorbereiten …|Prepare a vote …)$/ }).click()
    for (const kind of ['dots', 'estimate'] as const) {
      await cockpit.locator(`.vote-plan-kind input[value=${kind}]`).check({ force: true })
      expect(await look(cockpit, DIALOG), `preparing ${kind}`).toEqual([])
    }
    await cockpit.keyboard.press('Escape')

    const voter = await (await stage.openProfile({ locale })).newPage()
    await joinAs(voter, demo.groups[1]?.link ?? '', 'Anna')
    const bar = voter.locator('.vote-bar')
    for (const kind of ['dots', 'points', 'choice', 'estimate'] as const) {
      const { roundId } = await team.post<VoteResponse>('/votes', { plan: planOf(kind) })
      await bar.getByRole('button', { name: /^(Abstimmen|Vote now)$/ }).click()
      await voter.locator(ANSWERS[kind]).first().click({ force: true })
      await voter.locator('.ballot-state[data-kind=counted] svg').waitFor()
      expect(await look(voter, DIALOG), `the ballot of ${kind}`).toEqual([])
      if (kind === 'estimate') await lookAtOpenVote(cockpit)
      await team.post(`/votes/${roundId}/close`, {})
      await voter.locator('.vote-results .vote-result').first().waitFor()
      expect(await look(voter, DIALOG), `the result of ${kind}`).toEqual([])
      await voter.keyboard.press('Escape')
      await voter.getByRole('dialog').waitFor({ state: 'detached' })
    }
    expect(await look(voter, '.vote-bar'), 'the bar of a closed vote').toEqual([])
    await voter.context().close()

    await cockpit.locator('.vote-rounds > summary').click()
    expect(await look(cockpit, '.vote-card'), 'earlier rounds').toEqual([])
    await cockpit
      .getByRole('button', { name: /^(Gewinner übernehmen|Take over winners) …$/ })
      .last()
      .click()
    await cockpit.locator('.vote-winners').first().waitFor()
    expect(await look(cockpit, DIALOG), 'winners').toEqual([])
    await cockpit.close()
  })

  async function lookAtOpenVote(cockpit: Page): Promise<void> {
    const card = cockpit.locator('.vote-card [data-open]')
    await card.waitFor()
    expect(await look(cockpit, '.vote-card'), 'the open vote').toEqual([])
    for (const [opener, inside] of [
      [/^(Für jemanden eintragen|Enter for somebody) …$/, '.ballot-options'],
      [/^(Schließen und zeigen|Close and show)$/, DIALOG],
    ] as const) {
      await card.getByRole('button', { name: opener }).click()
      await cockpit.locator(inside).first().waitFor()
      expect(await look(cockpit, DIALOG), String(opener)).toEqual([])
      await cockpit.keyboard.press('Escape')
    }
  }

  it('where recommendations are submitted, and in each view of the plenary with its menus and dialogs', async () => {
    const page = await moderate()
    const group = demo.groups[locale === 'de-DE' ? 1 : 2]
    await go(page, `g/${group?.id}`)
    await page.locator('.submission-bar button').click()
    await page.locator('.submission-list').waitFor()
    expect(await look(page, DIALOG), 'submitting').toEqual([])
    await page.locator('.ui-dialog-foot [data-variant=primary]').click()
    await page.locator('.submission-state b').first().waitFor()
    expect(await look(page, DIALOG), 'submitted').toEqual([])

    await go(page, 'plenary')
    await page.locator('[data-item-id]').first().waitFor()
    await page.getByRole('button', { name: /^(Ähnliches|Similar)/ }).click()
    await page.locator('.offer-card').first().waitFor()
    expect(await look(page, '.offers-panel'), 'what is similar').toEqual([])
    await page.keyboard.press('Escape')
    await lookAtFolding(page)
    for (const [view, inside] of Object.entries(VIEWS)) {
      await page.locator(`.view-choice-wide input[value=${view}]`).check({ force: true })
      await page.locator(inside).waitFor()
      expect(await look(page, '.plenary-main'), view).toEqual([])
      if (view === 'recommendations') await lookAtWithdrawing(page)
    }
    await page.close()
  })

  async function lookAtFolding(page: Page): Promise<void> {
    await page.locator('.field-nav button').nth(2).click()
    await page.getByRole('button', { name: /^(Zusammenlegen|Fold)$/ }).click()
    for (const at of [0, 1]) await page.locator('.entry-card-choice').nth(at).check()
    expect(await look(page, '.plenary-main'), 'choosing what to fold').toEqual([])
    await page.getByRole('button', { name: /^(2 zusammenlegen|Fold 2)$/ }).click()
    const stack = page.locator('.entry-card[data-stack]').first()
    await stack.locator('summary').click()
    await stack.getByRole('button', { name: /^(Mehr|More)$/ }).click()
    expect(await look(page, '[role=menu]'), 'menu of an entry').toEqual([])
    await page.getByRole('menuitem', { name: /^(Umformulieren|Reword)$/ }).click()
    expect(await look(page, '.entry-card[data-stack]'), 'folded and being reworded').toEqual([])
    await page.keyboard.press('Escape')
  }

  async function lookAtWithdrawing(page: Page): Promise<void> {
    const submitted = page.locator('[data-recommendation-id]:has(.code-badge)').first()
    await submitted.getByRole('button', { name: /^(Mehr|More)$/ }).click()
    await page.getByRole('menuitem', { name: /^(Einreichung zurückziehen|Withdraw the submission)$/ }).click()
    await page.getByRole('dialog').waitFor()
    expect(await look(page, DIALOG), 'withdrawing').toEqual([])
    await page.keyboard.press('Escape')
  }

  it('on the screen in each layout, and on the remote control on a phone', async () => {
    const screen = await (await stage.openProfile({ locale, viewport: { width: 1920, height: 1080 } })).newPage()
    await joinAs(screen, demo.links.screen, null)
    const remote = await moderate()
    await remote.setViewportSize({ width: 390, height: 844 })
    await go(remote, 'remote')
    await remote.locator('.remote-picture[data-there]').waitFor()
    const { roundId } = await team.post<VoteResponse>('/votes', { plan: planOf('dots') })
    await team.run({ type: 'stage.layout', layout: 'vote' })
    await screen.locator('.screen-vote-how li').first().waitFor()
    expect(await look(screen), 'an open vote').toEqual([])
    await team.post(`/votes/${roundId}/close`, {})
    await screen.locator('.screen-bars').waitFor()
    expect(await look(screen), 'a closed vote').toEqual([])
    for (const [layout, inside] of Object.entries(LAYOUTS)) {
      await team.run({ type: 'stage.layout', layout: layout as keyof typeof LAYOUTS })
      await screen.locator(inside).first().waitFor()
      expect(await look(screen), layout).toEqual([])
    }
    expect(await look(remote), 'remote control').toEqual([])
    const groupId = demo.groups[1]?.id ?? ''
    await team.run({ type: 'stage.spotlight', spotlight: { groupId, canvasId: null, fieldId: 'goals' } })
    await team.run({ type: 'stage.picture', isFrozen: true })
    await screen.locator('.screen-frozen').waitFor()
    await remote.locator('.remote-picture-foot b').waitFor()
    expect(await look(screen), 'spotlight, frozen').toEqual([])
    expect(await look(remote), 'remote control of a spotlight').toEqual([])
    await team.run({ type: 'stage.picture', isFrozen: false })
    await team.run({ type: 'stage.layout', layout: null })
    await screen.context().close()
    await remote.close()
  })
})
