import { addItem } from '@tafelrunde/schema'
import type { GroupId } from '@tafelrunde/schema/plain'
import {
  createWorkshop,
  inviteOf,
  Participant,
  startProxy,
  until,
  type Proxy,
  type ProxyMode,
} from '@tafelrunde/testkit'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeNote, openNote, shownNotes } from './support/boardOf.ts'
import * as act from './support/people.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'
import { longRequestsOf, watchLongRequests } from './support/watchLongRequests.ts'

let product: Product
let stage: Stage
const proxies: Proxy[] = []

beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open()
})
afterAll(() => product.stop())
afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.close()
})

const TABS = 8

async function behind(mode: ProxyMode): Promise<Proxy> {
  const proxy = await startProxy({ target: product.url, mode })
  proxies.push(proxy)
  return proxy
}

async function watchedProfile(): Promise<BrowserContext> {
  const context = await stage.openProfile({ viewport: { width: 1280, height: 720 } })
  await watchLongRequests(context)
  return context
}

/** Long requests that the tabs hold together, and the most that one of them has held. */
async function heldBy(tabs: readonly Page[]): Promise<{ now: number; most: number }> {
  const counts = await Promise.all(tabs.map(longRequestsOf))
  return {
    now: counts.reduce((sum, { now }) => sum + now, 0),
    most: Math.max(...counts.map(({ most }) => most)),
  }
}

/** The same link through another door. */
const through = (link: string, proxy: Proxy): string => link.replace(product.url, proxy.url)

async function aGroup() {
  const created = await createWorkshop(product.url, { title: 'Netze', groups: 1 })
  const group = created.groups[0] as (typeof created.groups)[0]
  return { created, link: group.link, groupId: group.id as GroupId }
}

/** Somebody who sees what the server has. */
async function anObserver(link: string, groupId: GroupId): Promise<Participant> {
  const observer = await Participant.join({ url: product.url, invite: inviteOf(link), name: 'Prüfung' })
  await observer.openBoard(groupId)
  return observer
}

function notesOf(participant: Participant, groupId: GroupId): Readonly<Record<string, string>> {
  const notes = participant.read(groupId).items.map(({ id, plainText }): [string, string] => [id, plainText])
  return Object.fromEntries(notes.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

async function eightTabs(context: BrowserContext, url: string): Promise<readonly Page[]> {
  const tabs = [...context.pages()]
  while (tabs.length < TABS) tabs.push(await context.newPage())
  await Promise.all(tabs.slice(1).map((tab) => tab.goto(url)))
  return tabs
}

const carrierOf = async (page: Page): Promise<'http' | 'websocket'> => {
  await page.locator('.connection-lamp').click()
  const panel = page.locator('.connection-panel')
  await panel.waitFor()
  const isHttp = (await panel.getByText('In Ihrem Netz kommen WebSockets nicht durch').count()) > 0
  expect(await panel.getByRole('link', { name: 'Verbindung prüfen' }).getAttribute('href')).toContain('/check')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  return isHttp ? 'http' : 'websocket'
}

describe('people on one board, each in another network', () => {
  it(
    '[F13] all go on writing, nothing is lost or doubled, and all screens equal the server',
    { timeout: 60_000 },
    async () => {
      const { link, groupId } = await aGroup()
      const networks = {
        Anna: await behind({ upgrades: 'refused' }),
        Ben: await behind({ upgrades: 'refused', buffers: true }),
        Cem: await behind({}),
        Dora: await behind({}),
        Eva: await behind({ upgrades: 'unanswered' }),
        Finn: await behind({ upgrades: 'silent' }),
      }
      const names = [...Object.keys(networks), 'Grete'] as const
      const pages = new Map<string, Page>()
      await Promise.all(
        names.map(async (name) => {
          const page = await (await watchedProfile()).newPage()
          pages.set(name, page)
          const proxy = name in networks ? networks[name as keyof typeof networks] : null
          await act.joinAs(page, proxy ? through(link, proxy) : link, name)
          await act.writeNote(page, 'goals', `${name}:`)
        }),
      )
      const at = (name: string): Page => pages.get(name) as Page
      await Promise.all(names.map((name) => openNote(at(name), `${name}:`)))

      const sentence = (name: string): string => ` ${name} schreibt einen langen Satz, in dem jedes Zeichen zählt.`
      const typing = names.map((name) => at(name).keyboard.type(sentence(name), { delay: 40 }))
      const observer = await anObserver(link, groupId)
      const written = (name: string): string =>
        Object.values(notesOf(observer, groupId)).find((text) => text.startsWith(`${name}:`)) ?? ''
      await until(() => written('Cem').length > 12 && written('Dora').length > 12, { what: 'Cem and Dora to be at it' })
      networks.Cem.cut()
      networks.Dora.setMode({ upgrades: 'refused' })
      networks.Dora.cut()
      const whenCut = written('Cem').length
      await until(() => written('Cem').length > whenCut + 8, { what: 'Cem to go on' })
      networks.Cem.cut()
      await Promise.all(typing)
      await Promise.all(names.map((name) => closeNote(at(name))))
      await Promise.all(names.map((name) => act.writeNote(at(name), 'needs', `${name} ist noch da`)))
      await Promise.all(names.map((name) => act.seesSaved(at(name))))

      const expected = names.flatMap((name) => [`${name}:${sentence(name)}`, `${name} ist noch da`]).toSorted()
      await until(() => Object.values(notesOf(observer, groupId)).length >= expected.length, { what: 'all notes' })
      const truth = notesOf(observer, groupId)
      expect(Object.values(truth).toSorted()).toEqual(expected)
      await Promise.all(
        names.map((name) => expect.poll(() => shownNotes(at(name)), { timeout: 10_000 }).toEqual(truth)),
      )

      const carriers = await Promise.all(names.map((name) => carrierOf(at(name))))
      expect(Object.fromEntries(names.map((name, index) => [name, carriers[index]]))).toEqual({
        Anna: 'http',
        Ben: 'http',
        Cem: 'websocket',
        Dora: 'http',
        Eva: 'http',
        Finn: 'http',
        Grete: 'websocket',
      })
      const long = await Promise.all(names.map((name) => longRequestsOf(at(name))))
      expect(long.reduce((sum, { seen }) => sum + seen, 0)).toBeGreaterThan(5)
      expect(names.filter((_, index) => (long[index]?.most ?? 0) > 1)).toEqual([])
      observer.leave()
      stage.assertQuiet()
    },
  )
})

describe(`${TABS} tabs of one browser over HTTP/1.1`, () => {
  it('without WebSockets all boards stay live and can be written on', { timeout: 60_000 }, async () => {
    const { link, groupId } = await aGroup()
    const proxy = await behind({ upgrades: 'refused' })
    const context = await watchedProfile()
    const first = await context.newPage()
    await act.joinAs(first, through(link, proxy), 'Anna')
    const tabs = await eightTabs(context, first.url())
    await Promise.all(tabs.map((tab) => act.writerOf(tab, 'goals').waitFor()))
    const observer = await anObserver(link, groupId)
    await expect.poll(() => heldBy(tabs), { timeout: 10_000 }).toEqual({ now: 3, most: 1 })

    await writeOutside(observer, groupId, 'Von draußen')
    const begun = Date.now()
    await Promise.all(tabs.map((tab) => act.seesNote(tab, 'Von draußen')))
    expect(Date.now() - begun).toBeLessThan(5_000)
    await Promise.all(tabs.map((tab, index) => act.writeNote(tab, 'needs', `Aus Tab ${index}`)))
    await Promise.all(tabs.map((tab) => act.seesSaved(tab)))
    await until(() => Object.keys(notesOf(observer, groupId)).length === TABS + 1, { what: 'a note of every tab' })
    const truth = notesOf(observer, groupId)
    await Promise.all(tabs.map((tab) => expect.poll(() => shownNotes(tab), { timeout: 10_000 }).toEqual(truth)))
    expect(await heldBy(tabs)).toEqual({ now: 3, most: 1 })
    observer.leave()
    await context.close()
    stage.assertQuiet()
  })

  it('all plenary pages stay live, and calls of the page are answered at once', { timeout: 60_000 }, async () => {
    const { created, link, groupId } = await aGroup()
    const context = await watchedProfile()
    const cockpit = await context.newPage()
    await act.joinAs(cockpit, created.links.moderator, 'Moderation')
    const plenary = cockpit.url().replace('/cockpit', '/plenary')
    const tabs = await eightTabs(context, plenary)
    const buffered = await stage.openPage()
    await act.joinAs(buffered, through(created.links.screen, await behind({ buffers: true })), null)
    const author = await anObserver(link, groupId)
    await Promise.all(tabs.slice(1).map((tab) => tab.locator('main').waitFor()))

    await writeOutside(author, groupId, 'Für das Plenum')
    const begun = Date.now()
    await Promise.all(tabs.slice(1).map((tab) => tab.getByText('Für das Plenum').first().waitFor()))
    expect(Date.now() - begun).toBeLessThan(5_000)
    const asked = Date.now()
    await Promise.all(tabs.map((tab) => tab.evaluate(async () => (await fetch('/api/v1/instance')).json())))
    expect(Date.now() - asked).toBeLessThan(2_000)
    expect(await heldBy(tabs)).toEqual({ now: 3, most: 1 })
    await buffered.getByText(created.workshop.title).first().waitFor()
    author.leave()
    await context.close()
    stage.assertQuiet()
  })
})

async function writeOutside(author: Participant, groupId: GroupId, text: string): Promise<void> {
  const canvasId = author.read(groupId).canvases[0]?.id ?? null
  if (!author.edit(groupId, (board) => addItem(board, { place: { canvasId, fieldId: 'goals' }, text }))) {
    throw new Error('the note was not added')
  }
  await until(() => author.isSaved, { what: 'the note to be saved' })
}
