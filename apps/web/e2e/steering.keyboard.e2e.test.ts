import { addItem, addRecommendation } from '@tafelrunde/schema'
import type { CanvasId, GroupId } from '@tafelrunde/schema/plain'
import { createWorkshop, inviteOf, Participant, until } from '@tafelrunde/testkit'
import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { KeyboardUser } from './support/keyboardUser.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'

let product: Product
let stage: Stage

beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open(['--enable-blink-features=ComputedAccessibilityInfo'])
})
afterAll(() => product.stop())

const TIMEOUT_MS = 20_000

it('by keyboard alone: a vote is prepared, answered, entered for somebody, closed and taken over', async () => {
  const created = await createWorkshop(product.url, { title: 'Wahl', groups: 2 })
  const moderator = await sit(created.links.moderator, 'Mona')
  const anna = await sit(created.groups[0]!.link, 'Anna')

  await moderator.activate('Abstimmung vorbereiten …')
  await moderator.page.getByRole('dialog').waitFor()
  await moderator.tabTo('Frage')
  await moderator.type('Womit beginnen wir?')
  await moderator.tabTo('Punkte kleben')
  await moderator.arrowTo('Eine Wahl', 'ArrowRight')
  await moderator.tabTo('Worüber?')
  await moderator.type('Eigene')
  await moderator.tabTo('Möglichkeiten, eine je Zeile')
  await moderator.type('Familien')
  await moderator.press('Enter')
  await moderator.type('Gründende')
  await moderator.activate('Öffnen')
  await closesDialog(moderator, 'opening a vote')

  await anna.page.locator('.vote-bar').getByRole('button', { name: 'Abstimmen' }).waitFor({ timeout: TIMEOUT_MS })
  await anna.activate('Abstimmen')
  await anna.tabTo('Familien')
  await anna.press('Space')
  await anna.arrowTo('Gründende')
  await anna.page.getByText('Gezählt. Bis zum Schluss können Sie noch ändern.').waitFor()
  await anna.press('Escape')
  await anna.expectFocusOn('Stimme ändern')

  await moderator.activate('Für jemanden eintragen …')
  await moderator.tabTo('Name (freiwillig)')
  await moderator.type('Ohne Gerät')
  await moderator.tabTo('Familien')
  await moderator.press('Space')
  await moderator.activate('Eintragen')
  await moderator.page.getByText('Schon eingetragen: Ohne Gerät').waitFor()
  await moderator.expectFocusKept('entering a ballot')
  await moderator.press('Escape')
  await closesDialog(moderator, 'entering ballots')

  await moderator.activate('Schließen und zeigen')
  await moderator.page.getByRole('alertdialog').waitFor()
  await moderator.activate('Schließen und zeigen')
  await moderator.page.locator('.vote-results').waitFor()
  await moderator.press('Escape')
  await closesDialog(moderator, 'looking at the result')
  await moderator.activate('Gewinner übernehmen …')
  await moderator.activate('Übernehmen')
  await moderator.page.getByText('Die Gruppen haben ihre Canvas.').waitFor()
  await closesDialog(moderator, 'taking the winners over')

  await anna.activate('Ergebnis ansehen')
  await anna.page.locator('.vote-results').waitFor()
  await anna.press('Escape')
  await anna.expectFocusOn('Ergebnis ansehen')
  await anna.activate('Ausblenden')
  await anna.page.locator('.vote-bar').waitFor({ state: 'detached' })
  await anna.expectFocusKept('hiding a result')
  moderator.assertUnhindered()
  stage.assertQuiet()
})

it('by keyboard alone: submit, look at each view of the plenary, fold, agree on a spot and a lead, withdraw', async () => {
  const created = await createWorkshop(product.url, { title: 'Plenum', groups: 2 })
  await fillBoards(created)
  const moderator = await sit(created.links.moderator, 'Mona')
  const { page } = moderator
  await page.goto(`${product.url}/w/${created.workshop.id}/g/${created.groups[0]!.id}`)
  await page.locator('.submission-bar').waitFor({ timeout: TIMEOUT_MS })
  await moderator.activate('Einreichen')
  await moderator.activate('2 Empfehlungen einreichen')
  await page.locator('.submission-state b').nth(1).waitFor()
  await moderator.expectFocusKept('submitting')
  await moderator.activate('Schließen')
  await closesDialog(moderator, 'submitting')

  await page.goto(`${product.url}/w/${created.workshop.id}/plenary`)
  await page.locator('.entry-card').first().waitFor({ timeout: TIMEOUT_MS })
  await moderator.activate(/^Ähnliches/)
  await page.locator('.offer-card').first().waitFor()
  await moderator.expectFocusOn('Ähnliches')
  await moderator.press('Escape')
  await moderator.expectFocusOn(/^Ähnliches/)
  await moderator.activate('Zusammenlegen')
  for (const _group of created.groups) {
    await moderator.tabTo(/^Zum Zusammenlegen wählen: Antrag stellen/)
    await moderator.press('Space', 'Tab')
  }
  await moderator.activate('2 zusammenlegen')
  await page.locator('.entry-card[data-stack]').waitFor()
  await moderator.expectFocusKept('folding')

  await moderator.tabTo('Nach Feldern')
  await goOn(moderator, 'Nach Gruppen', '.columns-view')
  await goOn(moderator, 'Empfehlungen', '.recommendation-list')
  await withdraw(moderator, 'Merkblatt verteilen')
  await moderator.tabTo('Empfehlungen')
  await goOn(moderator, 'Rangfolge', '.ranking')
  await goOn(moderator, 'Matrix', '.matrix')
  await moderator.tabTo(/^1: Merkblatt verteilen, .*Noch nicht eingeordnet/)
  await moderator.press('Space', 'ArrowUp', 'ArrowLeft', 'Space')
  await moderator.expectFocusOn(/^1: Merkblatt verteilen, .*Wirkung 4 von 5, Aufwand 2 von 5/)
  await page.locator('.matrix-list li', { hasText: 'Merkblatt verteilen' }).locator('select').first().waitFor()
  await moderator.tabTo('Matrix')
  await goOn(moderator, 'Abdeckung', '.coverage')
  await goOn(moderator, 'Verabredungen', '.commitments')
  await moderator.tabTo('Federführung')
  await moderator.type('Landkreistag')
  await moderator.tabTo('Erster Schritt')
  await moderator.type('Entwurf verschicken')
  await moderator.tabTo('Bis wann?')
  // Day and month are the same, for they stand in either order.
  await moderator.type('11112031')
  await moderator.press('Enter')
  await page.getByText('1 von 2 mit Federführung, erstem Schritt und Termin').waitFor()
  moderator.assertUnhindered()
  stage.assertQuiet()
})

it('by keyboard alone: the remote control steps on, keeps a note and directs the screen, which turns by its own keys', async () => {
  const created = await createWorkshop(product.url, { title: 'Fernbedient', groups: 2, template: 'short-2h' })
  await fillBoards(created)
  const screen = await sit(created.links.screen, null)
  const moderator = await sit(created.links.moderator, 'Mona')
  const { page } = moderator
  await page.goto(`${product.url}/w/${created.workshop.id}/remote`)
  await page.locator('.remote-picture[data-there]').waitFor({ timeout: TIMEOUT_MS })
  await moderator.activate(/^Nächster Schritt/)
  await page.getByText(/^Schritt 1 von/).waitFor()
  await moderator.expectFocusKept('stepping on')
  await moderator.tabTo('Notizen des Teams zu diesem Schritt')
  await moderator.type('Begrüßen')
  await moderator.activate('Spalten je Gruppe')
  await page.getByText('Nur die Moderation sieht das.').waitFor()
  await screen.page.locator('.screen-page-number').waitFor()
  await page.locator('.remote-picture').getByText('Seite 1 von 2').waitFor()
  await moderator.activate('Seite vor')
  await page.locator('.remote-picture').getByText('Seite 2 von 2').waitFor()
  await moderator.expectFocusKept('turning to the last page')
  await moderator.activate('Bild anhalten')
  await screen.page.getByText('Bild angehalten').waitFor()
  await moderator.expectFocusOn('Weiterlaufen')
  await moderator.press('Enter')
  await screen.page.getByText('live').waitFor()
  await moderator.activate('Blättert selbst')
  moderator.assertUnhindered()

  // What is projected shows its buttons to nobody who has not asked for them.
  expect(await screen.page.locator('.screen-controls').evaluate((row) => getComputedStyle(row).opacity)).toBe('0')
  const shown = screen.page.locator('.screen-page-number')
  const number = await shown.innerText()
  await screen.press('Space', 'ArrowRight')
  await screen.page.locator('.screen-paused').waitFor()
  await expect.poll(() => shown.innerText()).not.toBe(number)
  await screen.activate('Nächste Seite')
  await expect.poll(() => shown.innerText()).toBe(number)
  stage.assertQuiet()
})

async function sit(link: string, name: string | null): Promise<KeyboardUser> {
  const page = await stage.openPage()
  await page.goto(link)
  const submit = page.locator('form button[type=submit]')
  await submit.waitFor({ timeout: TIMEOUT_MS })
  if (name !== null) await page.locator('form input[autocomplete=name]').fill(name)
  await submit.press('Enter')
  await page.waitForURL(/\/w\//, { timeout: TIMEOUT_MS })
  return new KeyboardUser(page)
}

async function closesDialog(user: KeyboardUser, after: string): Promise<void> {
  await user.page.locator('.ui-dialog').waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  await user.expectFocusKept(after)
}

/** The next view of the plenary, from the one that has the focus. */
async function goOn(moderator: KeyboardUser, name: string, inside: string): Promise<void> {
  await moderator.press('ArrowRight')
  await moderator.page.locator(inside).waitFor()
  await moderator.expectFocusOn(name)
}

async function withdraw(moderator: KeyboardUser, title: string): Promise<void> {
  const card = moderator.page.locator('.recommendation-card', { hasText: title })
  await moderator.chooseIn('Mehr', 'Einreichung zurückziehen')
  await moderator.tabTo('Grund (bleibt im Verlauf stehen)')
  await moderator.type('Doppelt')
  await moderator.activate('Einreichung zurückziehen')
  await closesDialog(moderator, 'withdrawing')
  await card.getByText('zurückgezogen').waitFor()
}

/** The same need in both groups; two recommendations of the first. */
async function fillBoards(created: CreateWorkshopResponse): Promise<void> {
  for (const { link, id } of created.groups) {
    const groupId = id as GroupId
    const person = await Participant.join({ url: product.url, invite: inviteOf(link) })
    await person.openBoard(groupId)
    const canvasId = person.read(groupId).canvases[0]?.id as CanvasId
    for (const [fieldId, text] of [
      ['goals', 'Antrag stellen'],
      ['barriers', 'Vordruck unbekannt'],
    ] as const) {
      person.edit(groupId, (board) => addItem(board, { place: { canvasId, fieldId }, text, author: person.seatId }))
    }
    if (id === created.groups[0]?.id) {
      for (const title of ['Merkblatt verteilen', 'Vordruck erklären']) {
        person.edit(groupId, (board) => addRecommendation(board, { title, author: person.seatId }))
      }
    }
    await until(() => person.isSaved)
    person.leave()
  }
}
