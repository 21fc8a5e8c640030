import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import { createWorkshop } from '@tafelrunde/testkit'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as act from './support/people.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'

let product: Product
let stage: Stage

beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open()
})
afterAll(() => product.stop())

async function join(link: string, name: string): Promise<Page> {
  const page = await stage.openPage()
  await act.joinAs(page, link, name)
  return page
}

const isOn = (page: Page, groupId: string) => page.waitForURL((url) => url.pathname.endsWith(`/g/${groupId}`))

it('a group calls for help, is nudged and visited; everybody is gathered, but who stays stays and who writes finishes', async () => {
  const created = await createWorkshop(product.url, { title: 'Leitstand', groups: 2 })
  const [own, other] = created.groups as [CreateWorkshopResponse['groups'][0], CreateWorkshopResponse['groups'][0]]
  const mo = await join(created.links.moderator, 'Mo')
  const anna = await join(own.link, 'Anna')
  const ben = await join(other.link, 'Ben')

  await anna.getByRole('button', { name: 'Hilfe rufen' }).press('Enter')
  await anna.getByRole('button', { name: /^Hilfe ist gerufen/ }).waitFor()
  const call = mo.locator('.help-call')
  await call.waitFor()
  await expect.poll(() => mo.title()).toBe('(1) Hilfe · Leitstand')
  await mo.locator('.group-tile[data-help]', { hasText: 'Hilfe, gerade eben' }).waitFor()

  // Writing is not interrupted: neither by the nudge, nor by the gathering.
  await act.writerOf(ben, 'goals').fill('Ein halber Ge')
  await call.getByRole('button', { name: 'Antworten' }).click()
  await mo.getByRole('dialog').getByText('English', { exact: true }).click()
  await mo.getByRole('dialog').getByLabel('Ihr Satz an die Gruppe').fill('We are on our way.')
  await mo.getByRole('button', { name: 'Anstupsen', exact: true }).click()
  await anna.getByText('We are on our way.').waitFor()
  expect(await ben.getByText('We are on our way.').count()).toBe(0)
  await mo.getByRole('button', { name: 'Alle auf die gemeinsame Tafel' }).click()
  await anna.getByRole('button', { name: 'Hier bleiben' }).click()
  await anna.getByText('Sie bleiben hier.', { exact: false }).waitFor()
  await ben.getByText('Schreiben Sie in Ruhe zu Ende', { exact: false }).waitFor()
  const writer = act.writerOf(ben, 'goals')
  expect(await writer.evaluate((row) => row === document.activeElement)).toBe(true)
  await writer.press('End')
  await ben.keyboard.type('danke')
  await ben.keyboard.press('Enter')
  await act.seesNote(ben, 'Ein halber Gedanke')

  await call.getByRole('button', { name: 'Ich komme' }).click()
  await isOn(mo, own.id)
  await anna.getByText('Mo ist dazugekommen.').waitFor()
  await anna.getByRole('button', { name: 'Hilfe rufen' }).waitFor()
  await mo.getByRole('button', { name: 'Moderieren' }).click()
  await mo.getByRole('menuitem', { name: 'Nur zuschauen' }).click()
  await anna.getByText('Moderation schaut zu: Mo').waitFor()
  await expect.poll(() => mo.locator('textarea[data-writer-field]').count()).toBe(0)

  await isOn(ben, created.common.id)
  // Who was led somewhere goes back as he likes and is left in peace there.
  await ben.goBack()
  await isOn(ben, other.id)
  await ben.getByText('Sie bleiben hier.', { exact: false }).waitFor()
  await isOn(anna, own.id)

  // Back to the groups in the same way.
  for (const page of [anna, ben]) await act.goToBoard(page, 'Gemeinsame Tafel')
  await mo.goBack()
  await mo.getByRole('button', { name: 'Bitte beenden' }).click()
  const row = ben.locator('textarea[data-writer-field]').first()
  await row.fill('Noch ein hal')
  await mo.getByRole('button', { name: 'Alle in ihre Gruppen' }).click()
  await mo.getByText('Alle 2 sind gebeten.').waitFor()
  await anna.getByText(`Sie auf die Tafel „${own.name}“`, { exact: false }).waitFor()
  await anna.getByRole('button', { name: 'Hier bleiben' }).click()
  await ben.getByText('Schreiben Sie in Ruhe zu Ende', { exact: false }).waitFor()
  await row.press('End')
  await ben.keyboard.type('ber Satz')
  await ben.keyboard.press('Enter')
  await act.seesNote(ben, 'Noch ein halber Satz')
  await isOn(ben, other.id)
  await isOn(anna, created.common.id)
  stage.assertQuiet()
})
