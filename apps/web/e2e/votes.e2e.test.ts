import { newId } from '@tafelrunde/schema/plain'
import { createWorkshop, inviteOf } from '@tafelrunde/testkit'
import type { CreateWorkshopResponse, JoinResponse, VoteResponse } from '@tafelrunde/protocol'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { KeyboardUser } from './support/keyboardUser.ts'
import * as act from './support/people.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'

const NOTES = ['Gründende', 'Familien', 'Studierende']

let product: Product
let stage: Stage
beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open(['--enable-blink-features=ComputedAccessibilityInfo'])
})
afterAll(() => product.stop())

it('[VT4] [VT8] [VT9] two people vote by keyboard, nobody sees a figure early, the winners become canvases', async () => {
  const created = await createWorkshop(product.url, { title: 'Auswahl', groups: 2 })
  await writeOnCommonBoard(created, NOTES)
  const [mona, anna, ben] = (await Promise.all(
    [created.links.moderator, created.groups[0]!.link, created.groups[1]!.link].map(async (link, at) => {
      const page = await stage.openPage()
      await act.joinAs(page, link, ['Mona', 'Anna', 'Ben'][at]!)
      return page
    }),
  )) as [Page, Page, Page]
  const read = [mona, anna, ben].map(rememberVotes)

  await mona.getByRole('button', { name: 'Abstimmung vorbereiten …' }).click()
  await mona.getByLabel('Frage').fill('Womit beginnen wir?')
  await mona.getByRole('button', { name: 'Öffnen', exact: true }).click()

  await vote(anna, ['Studierende', 'Studierende', 'Familien'])
  await vote(ben, ['Studierende'])
  await mona.getByText('2 haben abgestimmt').waitFor()

  await anna.reload()
  const bar = anna.locator('.vote-bar')
  await bar.getByText('3 von 3 Punkten vergeben · Gezählt').waitFor({ timeout: 20_000 })
  await bar.getByRole('button', { name: 'Stimme ändern' }).click()
  const dots = (label: string) => anna.locator('.ballot-option', { hasText: label }).locator('.vote-count')
  await expect
    .poll(() => Promise.all(NOTES.map((label) => dots(label).innerText())))
    .toEqual(['0', '1', '2'].map((count) => expect.stringContaining(count)))

  // Everything that any page was told about the vote so far, the moderator's included, was without figures.
  const early = await Promise.all(read.flat())
  expect(early.length).toBeGreaterThan(3)
  expect(early.filter(({ results }) => results !== null)).toEqual([])

  await mona.getByRole('button', { name: 'Schließen und zeigen' }).click()
  await mona.getByRole('alertdialog').getByRole('button', { name: 'Schließen und zeigen' }).click()
  const figures = ['Studierende 3 Punkte von 2 Personen', 'Familien 1 Punkt von 1 Person', 'Gründende 0 Punkte']
  expect(await figuresOn(mona)).toEqual(figures)
  // Who was voting sees the same in the place of the ballot.
  expect(await figuresOn(anna)).toEqual(figures)
  await mona.getByRole('dialog').getByRole('button', { name: 'Schließen' }).last().click()

  await mona.getByRole('button', { name: 'Gewinner übernehmen …' }).click()
  await mona.getByRole('button', { name: 'Übernehmen', exact: true }).click()
  await mona.getByText('Die Gruppen haben ihre Canvas.').waitFor()
  await anna.keyboard.press('Escape')
  await seesCanvas(anna, 'Studierende')
  await seesCanvas(ben, 'Familien')
  stage.assertQuiet()
})

/** Open the ballot and give the dots, by keyboard alone; then leave it and see that it counts. */
async function vote(page: Page, labels: readonly string[]): Promise<void> {
  const person = new KeyboardUser(page)
  await page.locator('.vote-bar').getByRole('button', { name: 'Abstimmen' }).waitFor({ timeout: 20_000 })
  await person.activate('Abstimmen')
  await page.getByRole('dialog').waitFor()
  for (const label of labels) await person.activate(`Ein Punkt mehr für „${label}“`)
  await page.getByText('Gezählt. Bis zum Schluss können Sie noch ändern.').waitFor()
  await person.press('Escape')
  await person.expectFocusOn('Stimme ändern')
}

/** What the results that are shown say, option by option, as it is read out. */
async function figuresOn(page: Page): Promise<readonly string[]> {
  const lines = page.locator('.vote-results .vote-result')
  await lines.first().waitFor()
  return lines.evaluateAll((all) =>
    all.map((line) =>
      ['.vote-result-label', '.vote-figure']
        .map((part) => line.querySelector(part)?.textContent.trim() ?? '')
        .join(' '),
    ),
  )
}

async function seesCanvas(page: Page, title: string): Promise<void> {
  await expect.poll(() => page.getByLabel('Zielgruppe', { exact: false }).first().inputValue()).toBe(title)
}

/** Every answer about votes that the page gets from now on. */
function rememberVotes(page: Page): Promise<VoteResponse>[] {
  const answers: Promise<VoteResponse>[] = []
  page.on('response', (response) => {
    const isRound = response.request().method() !== 'PUT' && /\/api\/.*\/votes/.test(response.url())
    if (isRound) answers.push(response.json() as Promise<VoteResponse>)
  })
  return answers
}

async function writeOnCommonBoard(created: CreateWorkshopResponse, texts: readonly string[]): Promise<void> {
  const call = async <T>(method: string, path: string, body: unknown, token = ''): Promise<T> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const response = await fetch(`${product.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
    expect(response.ok).toBe(true)
    return (await response.json()) as T
  }
  const { token } = await call<JoinResponse>('POST', '/seats', { invite: inviteOf(created.links.owner) })
  const tray = `/workshops/${created.workshop.id}/tray`
  for (const text of texts) {
    const id = newId()
    const entry = { id, groupId: created.common.id, itemId: null, fieldId: 'free', text, reason: 'test' }
    await call('POST', tray, entry, token)
    await call('PATCH', `${tray}/${id}`, { state: 'taken', putOnBoard: true }, token)
  }
}
