import { createWorkshop, inviteOf, Participant } from '@tafelrunde/testkit'
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

it('[HW3] [HW4] two people write hidden, neither page ever has the other’s text, and after the reveal both see both', async () => {
  const created = await createWorkshop(product.url, { title: 'Verdeckt', groups: 1, template: 'ozg-marketing-4h' })
  const owner = await Participant.join({ url: product.url, invite: inviteOf(created.links.owner), name: 'Olga' })
  const link = created.groups[0]!.link
  const [anna, ben, cockpit] = [await stage.openPage(), await stage.openPage(), await stage.openPage()]
  for (const [page, name] of [
    [anna, 'Anna'],
    [ben, 'Ben'],
  ] as const) {
    await act.joinAs(page, link, name)
    await page.goto(`${product.url}/w/${created.workshop.id}/g/${created.common.id}`)
  }
  await act.joinAs(cockpit, created.links.moderator, 'Mona')
  await cockpit.goto(`${product.url}/w/${created.workshop.id}/cockpit`)
  await act.startStep(cockpit, 'Zielgruppen sammeln')

  await writeHidden(anna, 'Alleinerziehende')
  await writeHidden(ben, 'Auszubildende')
  await cockpit.getByText('2 Zettel von 2 Personen').waitFor()
  const has = async (page: Page, text: string): Promise<boolean> => (await page.content()).includes(text)
  expect(await Promise.all([has(anna, 'Alleinerziehende'), has(ben, 'Auszubildende')])).toEqual([true, true])
  const others = [has(anna, 'Auszubildende'), has(ben, 'Alleinerziehende'), has(cockpit, 'Alleinerziehende')]
  expect(await Promise.all(others)).toEqual([false, false, false])

  await anna.locator('[data-hidden-writer]').fill('mitten im Wort')
  await cockpit.getByRole('button', { name: 'Aufdecken …' }).click()
  await cockpit.getByRole('alertdialog').getByRole('button', { name: 'Aufdecken', exact: true }).click()
  for (const page of [anna, ben]) {
    for (const text of ['Alleinerziehende', 'Auszubildende', 'mitten im Wort']) await act.seesNote(page, text)
    await page
      .getByText(/jetzt auf der Tafel/)
      .first()
      .waitFor()
    expect(await page.locator('[data-hidden-writer]').count()).toBe(0)
    expect(await page.locator('.note[data-item-id]').count()).toBe(3)
  }
  owner.leave()
  stage.assertQuiet()
})

async function writeHidden(page: Page, text: string): Promise<void> {
  const row = page.locator('[data-hidden-writer]')
  await row.waitFor()
  await row.fill(text)
  await row.press('Enter')
  await page.locator('.hidden-note', { hasText: text }).waitFor()
  await page.locator('.hidden-panel', { hasText: 'Gespeichert' }).waitFor()
}
