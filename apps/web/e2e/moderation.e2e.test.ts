import { createWorkshop, inviteOf } from '@tafelrunde/testkit'
import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import type { BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import * as act from './support/people.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'

let product: Product
let stage: Stage
let created: CreateWorkshopResponse

beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open()
})
beforeEach(async () => {
  created = await createWorkshop(product.url, { title: 'Moderation', groups: 1 })
})
afterAll(() => product.stop())

const group = () => created.groups[0] as CreateWorkshopResponse['groups'][0]

async function join(link: string, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await stage.openPage(options)
  await act.joinAs(page, link, name)
  return page
}

/** The board of the first group, for somebody who moderates. */
async function toBoard(page: Page): Promise<void> {
  const at = new URL(page.url())
  await page.goto(`${at.origin}/w/${created.workshop.id}/g/${group().id}${at.search}`)
  await page.locator('.board-main').waitFor()
}

const note = (page: Page, text: string) => page.locator('[data-item-id]', { hasText: text }).first()

it('[M1] a moderator asks a note who wrote it; a participant has no such command', async () => {
  const anna = await join(group().link, 'Anna')
  await act.writeNote(anna, 'goals', 'Rathaus')
  await act.seesSaved(anna)
  await note(anna, 'Rathaus').click({ button: 'right' })
  await anna.getByRole('menuitem', { name: 'Text kopieren' }).waitFor()
  expect(await anna.getByRole('menuitem', { name: 'Wer hat das geschrieben?' }).count()).toBe(0)

  const mona = await join(created.links.moderator, 'Mona')
  await toBoard(mona)
  await note(mona, 'Rathaus').click({ button: 'right' })
  await mona.getByRole('menuitem', { name: 'Wer hat das geschrieben?' }).click()
  const dialog = mona.getByRole('dialog', { name: 'Wer hat das geschrieben?' })
  await dialog.getByText('100 %').waitFor()
  expect(await dialog.getByText('Anna', { exact: true }).count()).toBeGreaterThan(0)
  stage.assertQuiet()
})

it('[M3] [M6] a moderator takes back what one person wrote, everybody sees it, and it can be had again', async () => {
  const anna = await join(group().link, 'Anna')
  const ben = await join(group().link, 'Ben')
  await act.writeNote(ben, 'goals', 'Bens Zettel')
  await act.writeNote(anna, 'goals', 'Annas Unfug')
  await act.seesNote(ben, 'Annas Unfug')
  const mona = await join(created.links.moderator, 'Mona')
  await mona.getByRole('button', { name: 'Mehr', exact: true }).click()
  await mona.getByRole('menuitem', { name: /^Menschen/ }).click()
  await mona.getByRole('button', { name: 'Anna bearbeiten' }).click()
  await mona.getByRole('button', { name: 'Letzte Minuten zurücknehmen' }).click()
  const dialog = mona.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Zurücknehmen', exact: true }).click()
  await dialog.getByText('1 Eintrag liegt im Papierkorb.').waitFor()
  for (const page of [anna, ben]) await note(page, 'Annas Unfug').waitFor({ state: 'detached' })
  await act.seesNote(ben, 'Bens Zettel')
  await dialog.getByRole('button', { name: 'Doch wiederherstellen' }).click()
  await dialog.getByText('Wiederhergestellt').waitFor()
  for (const page of [anna, ben]) await act.seesNote(page, 'Annas Unfug')
  await act.writeNote(anna, 'goals', 'Anna schreibt ohne Neuladen weiter')
  stage.assertQuiet()
})

it('[M8] the technical check says in plain words what works, and the cockpit shows who needs help', async () => {
  const mona = await join(created.links.moderator, 'Mona')
  const page = await stage.openPage()
  await page.goto(group().link)
  await page.getByRole('link', { name: 'Technik-Check' }).click()
  await page.getByText('Alles bereit. Sie können mitarbeiten.').waitFor()
  expect(new URL(page.url()).hash.slice(1)).toBe(inviteOf(group().link))
  await page.getByText('keine Adresse', { exact: false }).or(page.getByText('Keine Adresse')).first().waitFor()
  await mona.getByText('1 geprüft, alles bereit').waitFor()

  const blocked = await stage.openPage({ viewport: { width: 390, height: 844 } })
  await blocked.addInitScript(() => {
    window.WebSocket = class {
      constructor() {
        throw new Error('blocked by policy')
      }
    } as unknown as typeof WebSocket
  })
  await act.joinAs(blocked, group().link, 'Anna')
  const at = new URL(blocked.url())
  await blocked.goto(`${at.origin}/w/${created.workshop.id}/check${at.search}`)
  await blocked.getByText('Ihr Netz blockiert WebSockets').waitFor()
  await blocked.getByText('Das Ergebnis liegt beim Team von „Moderation“', { exact: false }).waitFor()
  await mona.getByText('2 geprüft, 1 eingeschränkt').waitFor()
  // The dialog's code comes when it is first wanted, which may be the moment in which the network is gone.
  await mona.context().setOffline(true)
  await mona.getByRole('button', { name: 'Ansehen' }).click()
  const list = mona.getByRole('dialog')
  await mona.getByText('geht es hier von selbst weiter').waitFor()
  await mona.context().setOffline(false)
  await list.getByText('Anna').waitFor()
  await list.getByText('Sofort-Verbindung (WebSocket): geht eingeschränkt').waitFor()
  stage.assertQuiet()
})
