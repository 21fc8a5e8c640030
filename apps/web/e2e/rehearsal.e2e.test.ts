import { createWorkshop } from '@tafelrunde/testkit'
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

it('a moderator starts a rehearsal, another one sees how far it is and stops it, and both read how it ended', async () => {
  const created = await createWorkshop(product.url, { title: 'Geprobt', template: 'short-2h', groups: 2 })
  const openDialog = async () => {
    const page = await (await stage.openProfile({ viewport: { width: 1280, height: 900 } })).newPage()
    await act.joinAs(page, created.links.moderator, 'Moderation')
    await page.getByRole('button', { name: 'Plan prüfen' }).click()
    return page
  }
  const first = await openDialog()
  await first.getByRole('button', { name: 'Probelauf starten' }).click()
  await first.getByText(/^Schritt 1 von 8: /).waitFor({ timeout: 60_000 })
  expect(await first.getByRole('progressbar', { name: 'Probelauf' }).count()).toBe(1)

  const second = await openDialog()
  await second.getByText(/^Schritt \d von 8: /).waitFor()
  await second.getByRole('button', { name: 'Probelauf anhalten' }).click()
  for (const page of [first, second]) {
    await page.getByText(/^Angehalten bei Schritt \d von 8\./).waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Noch ein Probelauf' }).waitFor()
  }
  await first.keyboard.press('Escape')
  await first.getByText('Moderation hat einen Probelauf angehalten').waitFor()
})
