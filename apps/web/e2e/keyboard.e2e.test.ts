import * as api from '@tafelrunde/testkit'
import type { Page } from 'playwright'
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
const CHECK_IN = 'Ankommen'
const ANALYSIS = 'Zielgruppe verstehen'
/** A window of 1280 × 1024 at 400 %. */
const ZOOMED = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } as const
const VIEWS = { canvas: 'Canvas', outline: 'Gliederung', form: 'Formular' } as const

/** A note by the beginning of its text. */
const noteSaying = (text: string): RegExp => new RegExp(`^${text}`)
const writerOf = (field: string): string => `In „${field}“ schreiben`

it('the whole day by keyboard alone: create, run, join, write, move, describe, undo, recommend, freeze, take results along', async () => {
  const moderator = new KeyboardUser(await stage.openPage())
  const links = await createWorkshop(moderator)
  await openCockpit(moderator)
  await startStep(moderator, CHECK_IN)

  const anna = new KeyboardUser(await stage.openPage())
  await join(anna, links.participants, 'Anna')
  await goToBoard(anna, 'Gemeinsame Tafel')
  await write(anna, writerOf('Zettel'), ['Anna bringt ein Merkblatt mit', 'Anna bringt eine Liste mit'])

  await moderator.activate(/^Weiter: Auftrag/)
  await isRunning(moderator, 'Auftrag für die Gruppen')
  await moderator.activate(`Weiter: ${ANALYSIS}`)
  await isRunning(moderator, ANALYSIS)
  await moderator.expectFocusKept('stepping on')

  await goToBoard(anna, 'Kommunen')
  await write(anna, writerOf('Anliegen und Aufgaben'), ['Antrag stellen', 'Frist wahren', 'Bescheid verstehen'])
  await write(anna, writerOf('Hürden der Nutzung'), ['Vordruck unbekannt'])
  await editNote(anna, 'Antrag stellen', ' und abschließen')
  await moveNotes(anna)
  await describeNote(anna)
  await binAndUndo(anna)
  await recommend(anna)
  await changeViews(anna)

  await freezeAndGoOn(moderator, anna)
  await lookAtPlenary(moderator)
  await takeResults(anna)
  await recoverElsewhere(anna)

  for (const user of [moderator, anna]) user.assertUnhindered()
  stage.assertQuiet()
})

it('at 400 % zoom by keyboard alone: join, write, move, recommend, step on; no place scrolls sideways', async () => {
  const { links } = await api.createWorkshop(product.url, {
    title: 'OZG-Marketing',
    template: 'short-2h',
    organisations: ['Land A', 'Land B'],
    groups: [{ name: 'Kommunen' }, { name: 'Gründende' }],
  })
  const bea = new KeyboardUser(await stage.openPage(ZOOMED))
  await join(bea, links.participant, 'Bea')
  await bea.activate(/^Weiter$/)
  await bea.page.locator('[data-drop-field="needs"]').waitFor({ timeout: TIMEOUT_MS })
  await write(bea, writerOf('Bedürfnisse und Erwartungen'), ['Klare Sprache', 'Ein Ort für alles'])
  await bea.tabTo(noteSaying('Klare Sprache'), { isBack: true })
  await bea.press('m', 'ArrowDown', 'Enter')
  await expect.poll(() => notesIn(bea.page, 'needs')).toEqual(['Ein Ort für alles', 'Klare Sprache'])
  await bea.expectFocusOn(noteSaying('Klare Sprache'))
  await moveByDialog(bea, 'Klare Sprache', 'Kanäle')
  await expect.poll(() => notesIn(bea.page, 'needs')).toEqual(['Ein Ort für alles'])
  await expectNoSidewaysScrolling(bea.page, 'the board')
  await bea.activate(/^Empfehlungen/)
  await writeRecommendation(bea, 'Einfach schreiben')
  await expectNoSidewaysScrolling(bea.page, 'the recommendations')

  const moderator = new KeyboardUser(await stage.openPage(ZOOMED))
  await join(moderator, links.moderator, 'Moderation')
  await expectNoSidewaysScrolling(moderator.page, 'the cockpit')
  await moderator.tabTo('Gruppen')
  await moderator.press('ArrowLeft')
  await startStep(moderator, ANALYSIS)
  await expectNoSidewaysScrolling(moderator.page, 'the run sheet')
  await moderator.activate('Ins Plenum', { isBack: true })
  await seesNote(moderator.page, 'Ein Ort für alles')
  await expectNoSidewaysScrolling(moderator.page, 'the plenary')
  await moderator.page.goto(moderator.page.url().replace('/plenary', '/results'))
  await moderator.tabTo('CSV herunterladen')
  await expectNoSidewaysScrolling(moderator.page, 'the results')

  for (const user of [bea, moderator]) user.assertUnhindered()
  stage.assertQuiet()
})

async function createWorkshop(moderator: KeyboardUser): Promise<{ participants: string }> {
  const { page } = moderator
  await page.goto(product.url)
  await moderator.activate('Workshop anlegen')
  await sees(page, 'Neuer Workshop')
  await moderator.tabTo('Titel')
  await moderator.type('OZG-Marketing')
  await moderator.tabTo(/^OZG-Marketing, 4 Stunden/)
  await moderator.arrowTo(/^Kurz, 2 Stunden/)
  await moderator.tabTo('Wie viele Gruppen?')
  await moderator.retype('2')
  await moderator.tabTo('Name von Gruppe A')
  await moderator.type('Kommunen')
  await moderator.tabTo('Name von Gruppe B')
  await moderator.type('Gründende')
  await moderator.tabTo('Ihr Name')
  await moderator.type('Moderation')
  await moderator.activate('Workshop anlegen')
  await sees(page, '„OZG-Marketing“ ist angelegt')
  await moderator.expectFocusKept('the workshop is made')
  return { participants: await page.locator('.link-row-url').first().innerText() }
}

async function openCockpit(moderator: KeyboardUser): Promise<void> {
  await moderator.activate('Leitstand öffnen')
  await sees(moderator.page, 'Leitstand')
  await moderator.expectFocusKept('coming to the cockpit')
}

async function startStep(moderator: KeyboardUser, title: string): Promise<void> {
  await moderator.activate(new RegExp(title))
  await moderator.activate(`${title} jetzt starten`)
  await isRunning(moderator, title)
  await moderator.expectFocusKept('starting a step')
}

async function isRunning(moderator: KeyboardUser, title: string): Promise<void> {
  await moderator.page.locator('.run-step[data-state=now]', { hasText: title }).waitFor({ timeout: TIMEOUT_MS })
}

async function join(person: KeyboardUser, link: string, name: string): Promise<void> {
  const { page } = person
  await page.goto(link)
  await page.locator('form').waitFor({ timeout: TIMEOUT_MS })
  await expectNoSidewaysScrolling(page, 'joining')
  await person.tabTo('Wie sollen die anderen Sie nennen?')
  await person.type(name)
  if (await page.getByRole('radio', { name: 'Kommunen' }).count()) {
    await person.tabTo(/Kommunen/)
    await person.press('Space')
  }
  await person.activate(/^(An die Tafel|Zum Leitstand)$/)
  await page.locator('.field, .run-step').first().waitFor({ state: 'attached', timeout: TIMEOUT_MS })
  await person.expectFocusKept('joining')
}

async function goToBoard(person: KeyboardUser, name: string): Promise<void> {
  await person.chooseIn(/^Tafel wechseln/, new RegExp(name))
  await person.page.locator('.board-switcher', { hasText: name }).waitFor({ timeout: TIMEOUT_MS })
  await person.page.locator('.field').first().waitFor({ timeout: TIMEOUT_MS })
  await person.expectFocusKept('changing the board')
}

async function write(person: KeyboardUser, writer: string, texts: readonly string[]): Promise<void> {
  await person.tabTo(writer)
  for (const text of texts) {
    await person.type(text)
    await person.press('Enter')
    await seesNote(person.page, text)
  }
  await person.expectFocusOn(writer)
}

async function editNote(person: KeyboardUser, text: string, more: string): Promise<void> {
  await person.tabTo(noteSaying(text), { isBack: true })
  await person.press('Enter')
  await person.expectFocusOn('Text des Zettels')
  await person.type(more)
  await person.press('Escape')
  await person.expectFocusOn(noteSaying(text + more))
  await seesNote(person.page, text + more)
}

async function moveNotes(person: KeyboardUser): Promise<void> {
  const { page } = person
  expect(await notesIn(page, 'goals')).toEqual(['Antrag stellen und abschließen', 'Frist wahren', 'Bescheid verstehen'])
  await person.press('m', 'ArrowDown', 'ArrowDown', 'Enter')
  await expect
    .poll(() => notesIn(page, 'goals'))
    .toEqual(['Frist wahren', 'Bescheid verstehen', 'Antrag stellen und abschließen'])
  await person.expectFocusOn(noteSaying('Antrag stellen'))

  await person.arrowTo(noteSaying('Frist wahren'), 'ArrowUp')
  await person.press('Space', 'ArrowRight', 'Space')
  await expect.poll(() => notesIn(page, 'needs')).toEqual(['Frist wahren'])
  await person.expectFocusOn(noteSaying('Frist wahren'))

  await person.press('m', 'ArrowDown', 'Escape')
  await expect.poll(() => notesIn(page, 'needs')).toEqual(['Frist wahren'])
  await person.expectFocusOn(noteSaying('Frist wahren'))
}

async function describeNote(person: KeyboardUser): Promise<void> {
  await person.tabTo(noteSaying('Vordruck unbekannt'))
  await person.press('Shift+F10')
  await person.takeCommand('Merkmale …')
  await person.page.getByRole('dialog').waitFor({ timeout: TIMEOUT_MS })
  await person.tabTo('Ursache')
  await person.type('Sprache')
  await person.tabTo('Beleg')
  await person.type('belegt')
  await person.activate('Fertig')
  await person.page.getByRole('dialog').waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  await person.page.locator('.note', { hasText: 'Vordruck unbekannt' }).getByText('belegt').waitFor()
  await person.page.locator('.note', { hasText: 'Vordruck unbekannt' }).getByText('Sprache').waitFor()
  await person.expectFocusOn(noteSaying('Vordruck unbekannt'))
}

async function binAndUndo(person: KeyboardUser): Promise<void> {
  const { page } = person
  await person.tabTo(noteSaying('Bescheid verstehen'), { isBack: true })
  await person.press('Delete')
  await expect.poll(() => notesIn(page, 'goals')).toEqual(['Antrag stellen und abschließen'])
  await person.expectFocusKept('binning a note')
  await person.press('ControlOrMeta+z')
  await expect.poll(() => notesIn(page, 'goals')).toEqual(['Bescheid verstehen', 'Antrag stellen und abschließen'])

  await person.tabTo(noteSaying('Frist wahren'))
  await person.press('Shift+F10')
  await person.takeCommand('In den Papierkorb')
  await expect.poll(() => notesIn(page, 'needs')).toEqual([])
  await person.expectFocusKept('binning the only note of a field by its menu')
  await person.chooseIn('Weitere Befehle', /^Papierkorb/)
  await page.getByRole('dialog').waitFor({ timeout: TIMEOUT_MS })
  await person.activate(/^Zurückholen/)
  await expect.poll(() => notesIn(page, 'needs')).toEqual(['Frist wahren'])
  await person.expectFocusKept('taking back the last thing of the bin')
  await person.activate('Schließen')
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  await person.expectFocusKept('closing the bin')
}

async function recommend(person: KeyboardUser): Promise<void> {
  const { page } = person
  await person.tabTo(noteSaying('Vordruck unbekannt'))
  await person.press('e')
  await page.getByRole('dialog').waitFor({ timeout: TIMEOUT_MS })
  await person.tabTo('Titel')
  await person.retype('Vordruck erklären')
  await person.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  await person.expectFocusOn(noteSaying('Vordruck unbekannt'))

  await writeRecommendation(person, 'Merkblatt verteilen')
  await expect.poll(() => recommendationsOf(page)).toEqual(['Vordruck erklären', 'Merkblatt verteilen'])
  await person.tabTo('„Merkblatt verteilen“ verschieben', { isBack: true })
  await person.press('Space', 'ArrowUp', 'Space')
  await expect.poll(() => recommendationsOf(page)).toEqual(['Merkblatt verteilen', 'Vordruck erklären'])
  await person.expectFocusOn('„Merkblatt verteilen“ verschieben')
}

async function writeRecommendation(person: KeyboardUser, title: string): Promise<void> {
  await person.tabTo('Was soll getan werden?')
  await person.type(title)
  await person.press('Enter')
  await person.page.locator('.rec', { hasText: title }).waitFor({ timeout: TIMEOUT_MS })
  await person.expectFocusOn('Was soll getan werden?')
}

async function moveByDialog(person: KeyboardUser, text: string, field: string): Promise<void> {
  await person.chooseIn(new RegExp(`^Befehle für den Zettel: ${text}`), 'Verschieben nach …')
  const dialog = person.page.getByRole('dialog')
  await dialog.waitFor({ timeout: TIMEOUT_MS })
  await person.tabTo('Feld')
  await person.type(field)
  await person.activate('Verschieben')
  await dialog.waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  await person.expectFocusKept('moving by the dialog')
}

async function changeViews(person: KeyboardUser): Promise<void> {
  const { page } = person
  await person.tabTo(VIEWS.canvas)
  await person.press('ArrowRight')
  await page.locator('.list-view[data-kind=outline]').waitFor({ timeout: TIMEOUT_MS })
  await person.expectFocusOn(VIEWS.outline)
  await person.tabTo(noteSaying('Bescheid verstehen'))
  await person.press('Enter')
  await person.expectFocusOn('Text des Zettels')
  await person.type(' lernen')
  await person.press('Tab')
  await person.expectFocusOn(/^Befehle für den Zettel: Bescheid verstehen/)
  await seesNote(page, 'Bescheid verstehen lernen')
  await moveByDialog(person, 'Bescheid', 'Kanäle')
  await expect.poll(() => notesIn(page, 'channels')).toEqual(['Bescheid verstehen lernen'])

  await person.tabTo(VIEWS.outline, { isBack: true })
  await person.press('ArrowRight')
  await page.locator('.list-view[data-kind=form]').waitFor({ timeout: TIMEOUT_MS })
  await person.expectFocusOn(VIEWS.form)
  await person.activate(/^Weiter$/)
  await write(person, writerOf('Bedürfnisse und Erwartungen'), ['Im Formular geschrieben'])
  await person.tabTo(VIEWS.form, { isBack: true })
  await person.press('ArrowLeft', 'ArrowLeft')
  await page.locator('.canvas-view').waitFor({ timeout: TIMEOUT_MS })
  await person.expectFocusOn(VIEWS.canvas)
}

async function freezeAndGoOn(moderator: KeyboardUser, person: KeyboardUser): Promise<void> {
  const { page } = person
  await moderator.chooseIn('Mehr', 'Alle Tafeln einfrieren')
  await moderator.page.getByRole('alertdialog').waitFor({ timeout: TIMEOUT_MS })
  await moderator.activate('Einfrieren')
  await moderator.page.getByRole('alertdialog').waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  await moderator.expectFocusKept('freezing')
  await page.getByText('angehalten').first().waitFor({ timeout: TIMEOUT_MS })
  await page.locator('.item-writer').first().waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  await moderator.tabTo('Mehr')
  await moderator.chooseIn('Mehr', 'Wieder schreiben lassen')
  await moderator.expectFocusKept('unfreezing')
  await page.locator('.item-writer').first().waitFor({ timeout: TIMEOUT_MS })
  await write(person, writerOf('Kanäle'), ['Nach der Pause geschrieben'])
}

async function lookAtPlenary(moderator: KeyboardUser): Promise<void> {
  const { page } = moderator
  await moderator.activate('Ins Plenum')
  await seesNote(page, 'Nach der Pause geschrieben')
  await moderator.expectFocusKept('coming to the plenary')
  await moderator.tabTo('Nach Feldern')
  await moderator.press('ArrowRight', 'ArrowRight')
  await page.locator('[data-recommendation-id]', { hasText: 'Merkblatt verteilen' }).waitFor({ timeout: TIMEOUT_MS })
  await moderator.activate('Zum Leitstand')
  await sees(page, 'Leitstand')
}

async function takeResults(person: KeyboardUser): Promise<void> {
  const { page } = person
  await person.chooseIn(/Ihr Platz und Einstellungen/, 'Ergebnisse')
  await sees(page, 'Ergebnisse')
  await person.expectFocusKept('coming to the results')
  await person.tabTo('CSV herunterladen')
  const [download] = await Promise.all([page.waitForEvent('download'), person.press('Enter')])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString('utf8')).toContain('Nach der Pause geschrieben')
  await person.expectFocusOn('CSV herunterladen')
  await person.activate('Zur Tafel', { isBack: true })
  await seesNote(page, 'Nach der Pause geschrieben')
}

async function recoverElsewhere(person: KeyboardUser): Promise<void> {
  const { page } = person
  await person.chooseIn(/Ihr Platz und Einstellungen/, 'Wiederherstellungscode')
  await page.getByRole('dialog').waitFor({ timeout: TIMEOUT_MS })
  const code = await page.locator('.people-code').innerText()
  await person.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached', timeout: TIMEOUT_MS })
  await person.expectFocusOn(/Ihr Platz und Einstellungen/)

  const elsewhere = new KeyboardUser(await stage.openPage())
  await elsewhere.page.goto(product.url)
  await elsewhere.activate('Platz mit Code wiederherstellen')
  await elsewhere.page.locator('.recover-form').waitFor({ timeout: TIMEOUT_MS })
  await elsewhere.tabTo(/Workshop/)
  await elsewhere.type(page.url())
  await elsewhere.tabTo('Wiederherstellungscode')
  await elsewhere.type(code)
  await elsewhere.press('Enter')
  await seesNote(elsewhere.page, 'Nach der Pause geschrieben')
}

async function sees(page: Page, heading: string): Promise<void> {
  await page.locator('h1', { hasText: heading }).waitFor({ timeout: TIMEOUT_MS })
}

async function seesNote(page: Page, text: string): Promise<void> {
  await page.locator('[data-item-id]', { hasText: text }).first().waitFor({ timeout: TIMEOUT_MS })
}

/** Neither the page nor what fills it can be scrolled sideways. */
async function expectNoSidewaysScrolling(page: Page, place: string): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('html, body, body *')]
      .filter((element) => {
        const mayScroll = element.matches('html') || /auto|scroll/.test(getComputedStyle(element).overflowX)
        const isMain = element.clientHeight > innerHeight / 2
        return mayScroll && isMain && element.scrollWidth > element.clientWidth + 1
      })
      .map(({ tagName, className, scrollWidth }) => `${tagName}.${className}: ${scrollWidth} px`),
  )
  expect(wide, `scrolls sideways: ${place}`).toEqual([])
}

/** The texts of a field's notes, in the order in which they lie. */
async function notesIn(page: Page, fieldId: string): Promise<string[]> {
  return page.locator(`[data-drop-field="${fieldId}"] .note .note-text`).allInnerTexts()
}

async function recommendationsOf(page: Page): Promise<string[]> {
  return page.locator('.rec .rec-open').allInnerTexts()
}
