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

const HARD_LIMIT = 5_000
const MILLION = 1_000_000

/** Paste into what has the focus, as the clipboard would. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    const target = document.activeElement as HTMLElement
    if (target.dispatchEvent(event) && target instanceof HTMLTextAreaElement) {
      target.setRangeText(pasted, target.selectionStart, target.selectionEnd, 'end')
      target.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  }, text)
}

it('says which kind of link does not work, and offers the way on', async () => {
  const created = await createWorkshop(product.url, { title: 'Links', groups: 1 })
  const moderator = await Participant.join({ url: product.url, invite: inviteOf(created.links.moderator), name: 'M' })
  const post = async (path: string, body: unknown): Promise<{ url: string; id: string }> => {
    const response = await fetch(`${product.url}/api/v1/workshops/${created.workshop.id}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${moderator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBeLessThan(300)
    return (await response.json()) as { url: string; id: string }
  }
  const expiring = await post('links', {
    role: 'participant',
    expiresAt: new Date(Date.now() + 1_500).toISOString().replace('Z', '+00:00'),
  })
  const replaced = await post('links', { role: 'participant' })
  await post('links', { role: 'participant', replaces: replaced.id })

  const page = await stage.openPage()
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto(`${product.url}/join#${'x'.repeat(22)}`)
  await heading.filter({ hasText: 'Diesen Link kennen wir nicht' }).waitFor()
  await page.goto('about:blank')
  await page.goto(replaced.url)
  await heading.filter({ hasText: 'Dieser Link wurde zurückgezogen' }).waitFor()
  await expect
    .poll(
      async () => {
        await page.goto('about:blank')
        await page.goto(expiring.url)
        await heading.waitFor()
        return heading.innerText()
      },
      { timeout: 20_000 },
    )
    .toBe('Dieser Link ist abgelaufen')
  await page.getByRole('link', { name: /Wiederherstellungscode/ }).waitFor()
  moderator.leave()
})

it('refuses what is too long with a sentence and keeps the text in the editor', async () => {
  const created = await createWorkshop(product.url, { title: 'Zu lang', groups: 1 })
  const group = created.groups[0] as (typeof created.groups)[0]
  const page = await stage.openPage()
  await act.joinAs(page, group.link, 'Anna')

  const writer = act.writerOf(page, 'goals')
  await writer.click()
  await paste(page, 'a'.repeat(HARD_LIMIT + 1))
  await writer.press('Enter')
  await page.getByText(/Ihr Text ist noch da, aber zu lang/).waitFor()
  expect((await writer.inputValue()).length).toBe(HARD_LIMIT + 1)
  await writer.fill('')

  await act.writeNote(page, 'needs', 'Kurz')
  await page.locator('[data-item-id]', { hasText: 'Kurz' }).first().dblclick()
  const editor = page.locator('[contenteditable=true]')
  await editor.waitFor()
  await paste(page, 'b'.repeat(MILLION))
  await page
    .getByText(/Der eingefügte Text ist zu lang/)
    .first()
    .waitFor()
  expect(await editor.innerText()).toBe('Kurz')
  await page.keyboard.press('Escape')
  await act.seesSaved(page)

  await writer.click()
  await paste(page, 'c\n'.repeat(MILLION / 2))
  await page
    .getByText(/höchstens 100000 Zeichen/)
    .first()
    .waitFor()
  expect(await writer.inputValue()).toBe('')
  await paste(page, 'd\n'.repeat(1_000))
  await page
    .getByText(/Ihr Text ist noch da, aber mehr als/)
    .first()
    .waitFor()
  expect(await writer.inputValue()).toContain('d')
  await writer.fill('')
  await act.writeNote(page, 'needs', 'Es geht weiter')
  await act.seesSaved(page)
  stage.assertQuiet()
})
