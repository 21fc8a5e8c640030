import { createWorkshop, inviteOf, Participant, until } from '@tafelrunde/testkit'
import type { GroupId } from '@tafelrunde/schema/plain'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as act from './support/people.ts'
import * as results from './support/readResults.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'

let product: Product
let stage: Stage

beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open()
})
afterAll(() => product.stop())

const BREAKOUT = 'Gruppenarbeit 1: Zielgruppe verstehen'
const RECOMMENDING = 'Gruppenarbeit 2: Empfehlungen schreiben'

it('plays a workshop day: common board, two groups, offline, reload, a late joiner, screen, exports, restart, recovery', async () => {
  const created = await createWorkshop(product.url, {
    title: 'OZG-Marketing',
    template: 'ozg-marketing-4h',
    organisations: ['Land A', 'Land B'],
    talks: [{ organisation: 'Bundesressort 1', title: 'Reichweite' }],
    groups: [{ name: 'Kommunen' }, { name: 'Gründende' }],
  })
  const [groupA, groupB] = created.groups as [(typeof created.groups)[0], (typeof created.groups)[0]]

  const cockpit = await stage.openPage()
  await act.joinAs(cockpit, created.links.moderator, 'Moderation')
  const screen = await stage.openPage({ viewport: { width: 1920, height: 1080 } })
  await act.joinAs(screen, created.links.screen, null)

  const shared = await stage.openProfile()
  const anna = await shared.newPage()
  const amir = await shared.newPage()
  await act.joinAs(anna, groupA.link, 'Anna')
  await act.joinAs(amir, groupA.link, 'Amir')
  const bea = await stage.openPage()
  await act.joinAs(bea, groupB.link, 'Bea')
  expect(new URL(anna.url()).searchParams.get('seat')).not.toBe(new URL(amir.url()).searchParams.get('seat'))

  await act.startStep(cockpit, 'Impulse')
  const people: [Page, string][] = [
    [anna, 'Anna'],
    [amir, 'Amir'],
    [bea, 'Bea'],
  ]
  for (const [page] of people) await act.goToBoard(page, 'Gemeinsame Tafel')
  await Promise.all(
    people.map(async ([page, name]) => {
      for (const index of [1, 2, 3])
        await act.writeNote(page, index === 3 ? 'question' : 'practice', `${name} merkt sich ${index}`)
    }),
  )
  for (const [page] of people) for (const [, name] of people) await act.seesNote(page, `${name} merkt sich 3`)

  await act.startStep(cockpit, BREAKOUT)
  await act.goToBoard(anna, 'Kommunen')
  await act.goToBoard(amir, 'Kommunen')
  await act.goToBoard(bea, 'Gründende')
  const fields = ['goals', 'needs', 'benefits', 'pains', 'barriers', 'touchpoints']
  await Promise.all(
    people.map(async ([page, name]) => {
      for (const field of fields) await act.writeNote(page, field, `${name} schreibt zu ${field}`)
    }),
  )

  await bea.context().setOffline(true)
  await act.writeNote(bea, 'channels', 'Bea schreibt ohne Netz weiter')
  await expect.poll(() => bea.locator('.connection-lamp').innerText(), { timeout: 20_000 }).not.toContain('Gespeichert')
  await amir.reload()
  await act.seesNote(amir, 'Anna schreibt zu goals')
  const bernd = await stage.openPage()
  await act.joinAs(bernd, groupB.link, 'Bernd')
  await act.seesNote(bernd, 'Bea schreibt zu goals')
  for (const field of fields) await act.writeNote(bernd, field, `Bernd schreibt zu ${field}`)
  await bea.context().setOffline(false)
  await act.seesSaved(bea)
  await act.seesNote(bernd, 'Bea schreibt ohne Netz weiter')
  await act.seesNote(bea, 'Bernd schreibt zu touchpoints')
  const everybody: [Page, string][] = [...people, [bernd, 'Bernd']]

  await act.startStep(cockpit, RECOMMENDING)
  for (const [page, name] of everybody) {
    for (const index of [1, 2]) await act.writeRecommendation(page, `${name} empfiehlt Weg ${index}`)
  }
  for (const [page] of everybody) await act.seesSaved(page)

  const reader = await Participant.join({
    url: product.url,
    invite: inviteOf(created.links.moderator),
    name: 'Rohdaten',
  })
  const boards = [created.common.id, groupA.id, groupB.id] as GroupId[]
  const readBoards = async (): Promise<results.Entries> => {
    const entries = new Map<string, string>()
    for (const groupId of boards) {
      await reader.openBoard(groupId)
      const { items, recommendations } = reader.read(groupId)
      for (const item of items) if (item.state === 'active') entries.set(item.id, `${groupId}|${item.plainText}`)
      for (const entry of recommendations)
        if (entry.state === 'active') entries.set(entry.id, `${groupId}|${entry.title}`)
    }
    return entries
  }
  const written = await until(async () => {
    const entries = await readBoards()
    return entries.size >= 42 ? entries : null
  })

  // The steps show the groups in columns, and a vote; moderators turn the screen to everything, as the remote does.
  const showOnScreen = async (layout: string): Promise<void> => {
    const answer = await fetch(`${product.url}/api/v1/workshops/${created.workshop.id}/run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${reader.token}` },
      body: JSON.stringify({ type: 'stage.layout', layout }),
    })
    expect(answer.status).toBe(200)
  }
  await act.startStep(cockpit, 'Plenum 1: Was wir herausgefunden haben')
  await showOnScreen('fields')
  await screen.locator('[data-item-id]').first().waitFor({ timeout: 20_000 })
  const onScreen = new Map(await act.readScreen(screen))
  await act.startStep(cockpit, 'Plenum 2: Was zuerst?')
  await showOnScreen('recommendations')
  await screen.locator('[data-recommendation-id]').first().waitFor({ timeout: 20_000 })
  for (const [id, rest] of await act.readScreen(screen)) onScreen.set(id, rest)
  results.expectSameEntries(onScreen, written)

  const download = async (format: string): Promise<string> =>
    (
      await fetch(`${product.url}/api/v1/workshops/${created.workshop.id}/results.${format}`, {
        headers: { authorization: `Bearer ${reader.token}` },
      })
    ).text()
  results.expectSameEntries(results.readJsonResults(await download('json')), written)
  results.expectSameEntries(results.readCsvResults(await download('csv')), written)
  results.expectSameEntries(results.readMarkdownResults(await download('md')), written)
  const paper = await stage.openPage()
  results.expectSameEntries(await results.readHtmlResults(paper, await download('html')), written)

  await act.startStep(cockpit, BREAKOUT)
  await act.writeNote(anna, 'goals', 'Anna ergänzt zuletzt')
  await act.seesSaved(anna)
  await cockpit.getByRole('button', { name: 'Mehr' }).click()
  await cockpit.getByRole('menuitem', { name: 'Alle Tafeln einfrieren' }).click()
  await cockpit.getByRole('button', { name: 'Einfrieren', exact: true }).click()
  await act.writerOf(anna, 'goals').waitFor({ state: 'detached', timeout: 20_000 })
  await anna.getByText('angehalten').first().waitFor({ timeout: 20_000 })

  await anna.getByRole('button', { name: /Ihr Platz und Einstellungen/ }).click()
  await anna.getByRole('menuitem', { name: 'Wiederherstellungscode' }).click()
  const code = await anna.locator('.people-code').innerText()

  reader.leave()
  await product.restart()
  const elsewhere = await stage.openPage()
  await elsewhere.goto(`${product.url}/recover?workshop=${created.workshop.id}`)
  await elsewhere.getByLabel('Wiederherstellungscode').fill(code)
  await elsewhere.locator('form button[type=submit]').click()
  await act.seesNote(elsewhere, 'Anna ergänzt zuletzt')
  await act.seesNote(elsewhere, 'Amir schreibt zu barriers')
  await act.seesNote(amir, 'Anna ergänzt zuletzt')
  stage.assertQuiet()
})
