import { openBoard, readBoard } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import { createWorkshop, HIT, inviteOf, Participant, until, writeHostileBoard } from '@tafelrunde/testkit'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { joinAs, seesNote, seesSaved } from './support/people.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'

let product: Product
let stage: Stage

beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open()
})
afterAll(() => product.stop())

/** Whether anything that came as text has run, or has become an element that could. */
async function isInert(page: Page): Promise<boolean> {
  return page.evaluate(
    (hit) =>
      !(hit in window) &&
      document.querySelectorAll(
        'main script, main iframe, main [onerror], main [onload], main [onmouseover], main [onclick]',
      ).length === 0 &&
      Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href]')).every(({ href }) =>
        /^(https?|mailto|blob):/.test(href),
      ),
    HIT,
  )
}

it('shows stored script as text on the board, in the plenary, on the screen and in the export, and deletes none of it', async () => {
  const { url } = product
  const workshop = await createWorkshop(url, { title: '<script>alert(1)</script>', groups: 1 })
  const [group] = workshop.groups
  if (!group) throw new Error('the workshop has no group')
  const groupId = group.id as GroupId
  const attacker = await Participant.join({ url, invite: inviteOf(group.link), name: '<img src=x onerror=alert(1)>' })
  const board = await attacker.openBoard(groupId)
  const notes = writeHostileBoard(board.ydoc)
  await until(() => attacker.isSaved, { what: 'the hostile notes to be taken' })
  expect(attacker.refusals).toEqual([])
  const rawBefore = rawItems(board.ydoc)

  const profile = await stage.openProfile()
  const dialogs: string[] = []
  profile.on('page', (page) => page.on('dialog', (dialog) => void dialogs.push(dialog.message())))

  const anna = await openAs(profile, group.link, 'Anna')
  await seesNote(anna, '<script>')
  // Opening a note mounts the text editor, which removes what it does not know unless it is kept from it.
  await anna.locator('[data-item-id]', { hasText: 'mit fremden Elementen' }).first().dblclick()
  await anna.locator('[data-item-id]', { hasText: 'viele Auszeichnungen' }).first().dblclick()
  await anna.keyboard.press('Escape')
  await seesSaved(anna)
  expect(await isInert(anna)).toBe(true)

  const moderator = await openAs(profile, workshop.links.moderator, 'Mo')
  await moderator.goto(moderator.url().replace(/\/w\/([^/?]+)[^?]*/, '/w/$1/plenary'))
  await moderator.getByText('<script>').first().waitFor()
  expect(await isInert(moderator)).toBe(true)

  const screen = await openAs(profile, workshop.links.screen, null)
  await screen.locator('h1, h2').first().waitFor()
  expect(await isInert(screen)).toBe(true)

  const token = await tokenOf(workshop.links.moderator)
  const answer = await fetch(`${url}/api/v1/workshops/${workshop.workshop.id}/results.html`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const page = await profile.newPage()
  await page.goto(product.url)
  // The product's own page must be up before it is replaced, or its start finds nothing to start in.
  await page.locator('#root h1').first().waitFor()
  await page.setContent(await answer.text())
  expect(await page.locator('body').innerText()).toContain('<script>')
  expect(await isInert(page)).toBe(true)

  expect(dialogs).toEqual([])
  stage.assertQuiet()
  await until(() => rawItems(board.ydoc).length >= rawBefore.length, { what: 'the board to settle' })
  const rawAfter = rawItems(board.ydoc)
  expect(rawBefore.filter((item) => !rawAfter.includes(item))).toEqual([])
  expect(readBoard(openBoard(board.ydoc)).items.length).toBeGreaterThanOrEqual(notes)
  attacker.leave()
})

/** Every item as it is stored, with what no interface shows. */
function rawItems(ydoc: Y.Doc): readonly string[] {
  return Array.from(ydoc.getMap<Y.Map<unknown>>('items').values(), (item) => JSON.stringify(item.toJSON()))
}

async function openAs(profile: BrowserContext, link: string, name: string | null): Promise<Page> {
  const page = await profile.newPage()
  await joinAs(page, link.replace('127.0.0.1', 'localhost'), name)
  return page
}

async function tokenOf(link: string): Promise<string> {
  const answer = await fetch(`${product.url}/api/v1/seats`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ invite: inviteOf(link), name: 'Leserin' }),
  })
  return ((await answer.json()) as { token: string }).token
}
