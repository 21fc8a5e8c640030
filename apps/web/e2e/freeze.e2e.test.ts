import { createWorkshop, inviteOf, Participant, SeededRandom, until } from '@tafelrunde/testkit'
import { addItem, editItemText, type ItemId } from '@tafelrunde/schema'
import { richTextOf, type CanvasId, type GroupId } from '@tafelrunde/schema/plain'
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

const RAW_CLIENTS = 20
const SEED = 20_220_303

it(`[F] freeze and unfreeze while ${RAW_CLIENTS} raw clients and two browsers type and one person is offline (seed ${SEED})`, async () => {
  const created = await createWorkshop(product.url, { title: 'Einfrieren', groups: 1 })
  const group = created.groups[0] as (typeof created.groups)[0]
  const groupId = group.id as GroupId
  const call = async (path: string, token: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${product.url}/api/v1/workshops/${created.workshop.id}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }

  const moderator = await Participant.join({ url: product.url, invite: inviteOf(created.links.moderator), name: 'M' })
  const people: Participant[] = []
  const invites = [group.link, created.links.participant]
  for (let index = 0; index < RAW_CLIENTS; index += 1) {
    const invite = inviteOf(invites[index % 2] as string)
    people.push(
      await Participant.join({ url: product.url, invite, name: `P${index}`, ...(index % 2 ? { group: groupId } : {}) }),
    )
  }
  const first = await people[0]!.openBoard(groupId)
  await Promise.all(people.map((person) => person.openBoard(groupId)))
  const canvasId = people[0]!.read(groupId).canvases[0]?.id as CanvasId
  expect(first.isSynced).toBe(true)

  const anna = await stage.openPage()
  const ben = await stage.openPage()
  await act.joinAs(anna, group.link, 'Anna')
  await act.joinAs(ben, group.link, 'Ben')
  await act.writeNote(anna, 'goals', 'Annas Zettel')
  await act.writeNote(ben, 'needs', 'Bens Zettel')

  const random = new SeededRandom(SEED)
  const typed = new Map<Participant, string[]>(people.map((person) => [person, []]))
  const notes = new Map<Participant, ItemId>()
  const typeOnce = (person: Participant): void => {
    const index = people.indexOf(person)
    const mine = typed.get(person) as string[]
    const word = `w${index}x${mine.length}`
    const done = person.edit(groupId, (board) => {
      const note = notes.get(person)
      const known = note && person.read(groupId).items.find((item) => item.id === note)
      if (known && mine.length % 8) return editItemText(board, known.id, richTextOf(`${known.plainText} ${word}`))
      const added = addItem(board, { place: { canvasId, fieldId: 'pains' }, text: word, author: person.seatId })
      if (added) notes.set(person, added.result)
      return added
    })
    if (done) mine.push(word)
  }
  const typing = { isOn: true }
  const work = people.map(async (person) => {
    while (typing.isOn) {
      typeOnce(person)
      await new Promise((resolve) => setTimeout(resolve, random.integer(5, 40)))
    }
  })

  const openNote = async (page: Page, name: string): Promise<void> => {
    await page
      .locator('[data-item-id]', { hasText: `${name}s Zettel` })
      .first()
      .dblclick()
    await page.locator('[contenteditable=true]').waitFor()
    await page.keyboard.press('End')
  }
  const typeUntilClosed = async (page: Page): Promise<string> => {
    let text = ''
    for (let index = 0; index < 400 && (await page.locator('[contenteditable=true]').count()) > 0; index += 1) {
      await page.keyboard.type(`${index % 10}`)
      text += `${index % 10}`
    }
    return text
  }
  const offline = people[3]!
  offline.goOffline()
  typeOnce(offline)
  await openNote(anna, 'Anna')
  await openNote(ben, 'Ben')
  const inBrowsers = Promise.all([typeUntilClosed(anna), typeUntilClosed(ben)])
  await until(() => people.every((person) => (typed.get(person)?.length ?? 0) >= 5))
  await call('run', moderator.token, { type: 'freeze' })
  typeOnce(offline)
  await inBrowsers
  await anna.getByText('angehalten').first().waitFor()
  await call('run', moderator.token, { type: 'unfreeze' })
  await offline.goOnline()
  const before = new Map(people.map((person) => [person, typed.get(person)?.length ?? 0]))
  await until(() => people.every((person) => (typed.get(person)?.length ?? 0) > (before.get(person) ?? 0)), {
    timeoutMs: 30_000,
    what: 'everybody to write on',
  })
  typing.isOn = false
  await Promise.all(work)
  await act.writeNote(anna, 'goals', 'Anna schreibt ohne Neuladen weiter')
  await act.writeNote(ben, 'needs', 'Ben schreibt ohne Neuladen weiter')
  await until(() => people.every((person) => person.isSaved), { timeoutMs: 30_000, what: 'everything to be saved' })
  await act.seesSaved(anna)
  await act.seesSaved(ben)

  const fresh = await Participant.join({ url: product.url, invite: inviteOf(created.links.moderator), name: 'Neu' })
  await fresh.openBoard(groupId)
  const truth = JSON.stringify(fresh.read(groupId))
  for (const person of people) {
    await until(() => JSON.stringify(person.read(groupId)) === truth, { what: 'a client to equal the server' })
  }
  const onBoard = fresh
    .read(groupId)
    .items.map((item) => item.plainText)
    .join(' ')
    .split(/\s+/)
  for (const person of people) {
    const inTray = person.tray.flatMap((entry) => entry.text.split(/\s+/))
    const kept = new Set([...onBoard, ...inTray])
    expect((typed.get(person) ?? []).filter((word) => !kept.has(word))).toEqual([])
  }
  const { entries } = (await call('tray', moderator.token)) as { entries: { text: string }[] }
  const allText = `${onBoard.join(' ')} ${entries.map((entry) => entry.text).join(' ')}`
  for (const text of await inBrowsers) {
    expect(text.length).toBeGreaterThan(0)
    expect(allText).toContain(text.slice(0, -1))
  }
  for (const person of [...people, moderator, fresh]) person.leave()
  stage.assertQuiet()
})
