import { createWorkshop, inviteOf, Participant, until } from '@tafelrunde/testkit'
import { addItem } from '@tafelrunde/schema'
import type { CanvasId, GroupId } from '@tafelrunde/schema/plain'
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

const card = (page: Page, text: string) => page.locator('.screen-card:not(.screen-ruler *)', { hasText: text })

it('a remote control turns pages, changes the layout and holds the picture of a screen that outlives its network', async () => {
  const created = await createWorkshop(product.url, { title: 'Fernbedient', groups: 2 })
  const group = created.groups[0]!
  const groupId = group.id as GroupId
  const anna = await Participant.join({ url: product.url, invite: inviteOf(group.link), name: 'Anna' })
  await anna.openBoard(groupId)
  const canvasId = anna.read(groupId).canvases[0]?.id as CanvasId
  const write = async (fieldId: string, text: string): Promise<void> => {
    anna.edit(groupId, (board) => addItem(board, { place: { canvasId, fieldId }, text, author: anna.seatId }))
    await until(() => anna.isSaved)
  }
  await write('goals', 'Ein Ziel')
  await write('barriers', 'Eine Hürde')

  const screen = await (await stage.openProfile({ viewport: { width: 1920, height: 1080 } })).newPage()
  await act.joinAs(screen, created.links.screen, null)
  await screen.getByRole('heading', { name: 'Fernbedient' }).waitFor()

  const phone = await (await stage.openProfile({ viewport: { width: 390, height: 844 } })).newPage()
  await act.joinAs(phone, created.links.moderator, 'Moderation')
  await phone.getByRole('button', { name: 'Mehr' }).first().click()
  await phone.getByRole('menuitem', { name: 'Fernbedienung' }).click()
  await phone.getByRole('heading', { name: 'Fernbedienung' }).waitFor()

  const press = (name: string) => phone.getByRole('button', { name, exact: true }).click()
  await press('Spalten je Gruppe')
  await card(screen, 'Ein Ziel').waitFor()
  const now = phone.locator('.remote-picture')
  await now.getByText('Seite 1 von 2').waitFor()
  await press('Seite vor')
  await card(screen, 'Eine Hürde').waitFor()
  await now.getByText('Seite 2 von 2').waitFor()
  expect(await phone.getByRole('button', { name: 'Seite vor', exact: true }).isDisabled()).toBe(true)

  await press('Bild anhalten')
  await screen.getByText('Bild angehalten').waitFor()
  await write('barriers', 'Nach dem Anhalten')
  await press('Felder, gemeinsam')
  await phone.locator('.remote-layouts [aria-pressed=true]', { hasText: 'Felder' }).waitFor()
  await screen.reload()
  await screen.getByText('Bild angehalten').waitFor()
  await card(screen, 'Eine Hürde').waitFor()
  expect(await card(screen, 'Nach dem Anhalten').count()).toBe(0)
  await press('Spalten je Gruppe')
  await press('Weiterlaufen')
  await card(screen, 'Nach dem Anhalten').waitFor()
  await screen.getByText('live').waitFor()

  const isProgramKept = () =>
    screen.evaluate(async () => (await (await caches.open('tafelrunde-screen')).match('/screen-page')) !== undefined)
  await expect.poll(isProgramKept, { timeout: 20_000 }).toBe(true)
  await screen.context().setOffline(true)
  await screen.reload()
  await screen.getByText(/^○ offline seit \d/).waitFor()
  await card(screen, 'Ein Ziel').waitFor()
  await screen.keyboard.press('ArrowRight')
  await card(screen, 'Nach dem Anhalten').waitFor()
  await screen.context().setOffline(false)
  await screen.getByText('live').waitFor()

  anna.leave()
  stage.assertQuiet()
})
