import { createWorkshop, inviteOf, Participant, until } from '@tafelrunde/testkit'
import { openBoard, readBoard } from '@tafelrunde/schema'
import { itemFragment } from '@tafelrunde/schema/transport'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openNote } from './support/boardOf.ts'
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

const caretOf = (page: Page, name: string): Locator => page.locator('.text-editor .text-caret', { hasText: name })
const editorOf = (page: Page): Locator => page.locator('.text-editor[contenteditable=true]')

it('[P1] people of two browsers and of a y-websocket client see each other write, under the names of the server', async () => {
  const created = await createWorkshop(product.url, { title: 'Sprachen', groups: 1 })
  const group = created.groups[0] as (typeof created.groups)[0]
  const [anna, ben] = [await stage.openPage(), await stage.openPage()]
  const blocked: string[] = []
  for (const page of [anna, ben]) {
    page.on('console', (message) => {
      if (/Content Security Policy|unsupported color/.test(message.text())) blocked.push(message.text())
    })
  }
  await act.joinAs(anna, group.link, 'Anna')
  await act.joinAs(ben, group.link, 'Ben')
  await act.writeNote(anna, 'goals', 'Hallo zusammen')
  await act.seesNote(ben, 'Hallo zusammen')

  const clara = await Participant.join({ url: product.url, invite: inviteOf(group.link), name: 'Clara' })
  const name = `group/${group.id}`
  const response = await fetch(`${product.url}/api/v1/sync-tickets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clara.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ document: name }),
  })
  const { ticket } = (await response.json()) as { ticket: string }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${product.url.replace('http', 'ws')}/yjs`, name, doc, {
    protocols: ['tafelrunde', ticket],
    disableBc: true,
  })
  const { awareness } = provider
  try {
    await until(() => provider.synced, { what: 'the y-websocket client to be synced' })
    awareness.setLocalStateField('user', { name: 'Chefin', color: '#ff0000' })
    for (const page of [anna, ben]) {
      await page.locator('.ui-avatars .visually-hidden', { hasText: 'Clara' }).waitFor({ state: 'attached' })
    }
    expect(await anna.locator('.ui-avatars').textContent()).not.toContain('Chefin')

    await openNote(anna, 'Hallo zusammen')
    await openNote(ben, 'Hallo zusammen')
    await Promise.all([caretOf(anna, 'Ben').waitFor(), caretOf(ben, 'Anna').waitFor()])
    const stateOf = (person: string) =>
      Array.from(awareness.getStates().values()).find((state) => state['user']?.name === person)
    const bens = await until(() => stateOf('Ben')?.['cursor'], { what: "Ben's caret at the y-websocket client" })
    expect(Y.createRelativePositionFromJSON(bens.head)).toBeInstanceOf(Y.RelativePosition)
    expect(await until(() => stateOf('Anna')?.['cursor'])).toMatchObject({ anchor: {}, head: {} })

    const item = readBoard(openBoard(doc)).items.find(({ plainText }) => plainText === 'Hallo zusammen')!
    const text = (itemFragment(openBoard(doc), item.id)!.get(0) as Y.XmlElement).get(0) as Y.XmlText
    const at = (index: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index))
    awareness.setLocalStateField('cursor', { anchor: at(0), head: at(5) })
    await Promise.all([caretOf(anna, 'Clara').waitFor(), caretOf(ben, 'Clara').waitFor()])
    expect(await anna.locator('.text-editor .text-caret-selection').textContent()).toBe('Hallo')
    const colours = await anna
      .locator('.text-caret')
      .evaluateAll((carets) => carets.map((caret) => getComputedStyle(caret).borderLeftColor))
    expect(colours.every((colour) => /^(rgb|color|oklab)/.test(colour) && colour !== 'rgba(0, 0, 0, 0)')).toBe(true)

    text.insert(5, ' ihr')
    await Promise.all([anna, ben].map((page) => editorOf(page).filter({ hasText: 'Hallo ihr' }).waitFor()))
    await ben.keyboard.type('!!')
    await until(() => text.toJSON().endsWith('zusammen!!'), { what: "Ben's typing at the y-websocket client" })

    awareness.setLocalStateField('cursor', { anchor: { tname: 'secrets' }, head: 7 })
    await caretOf(anna, 'Clara').waitFor({ state: 'detached' })
    await anna.keyboard.press('Escape')
    await caretOf(ben, 'Anna').waitFor({ state: 'detached' })
    await until(() => stateOf('Anna')?.['cursor'] === undefined, { what: "Anna's caret to be taken away" })
    provider.disconnect()
    for (const page of [anna, ben]) {
      await page.locator('.ui-avatars .visually-hidden', { hasText: 'Clara' }).waitFor({ state: 'detached' })
    }
    expect(blocked).toEqual([])
    stage.assertQuiet()
  } finally {
    provider.destroy()
    clara.leave()
  }
})
