import { createWorkshop, startProxy, startServer, until, type ServerProcess } from '@tafelrunde/testkit'
import * as encoding from 'lib0/encoding'
import { mkdtemp, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, WebSocketRoute } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as act from './support/people.ts'
import { Stage } from './support/Stage.ts'

const CLOSE = 7

let dataDir: string
let server: ServerProcess
let stage: Stage

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tafelrunde-lamp-'))
  server = await startServer({ dataDir })
  stage = await Stage.open()
})
afterAll(async () => {
  await server.kill('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
})

const lampOf = (page: Page) => page.locator('.connection-lamp')

async function aBoard() {
  const created = await createWorkshop(server.url, { title: 'Lampe', groups: 1 })
  return (created.groups[0] as (typeof created.groups)[0]).link
}

describe('the lamp', () => {
  it('[F5] says since when an edit has not been confirmed, moves nothing beside it, and says saved afterwards', async () => {
    const page = await stage.openPage({ viewport: { width: 1280, height: 720 } })
    await act.joinAs(page, await aBoard(), 'Anna')
    await act.writeNote(page, 'goals', 'vorher')
    await act.seesSaved(page)
    const neighbours = page.locator('.ui-bar-end > *:not(.connection-lamp)')
    const places = () => neighbours.evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())))
    const before = await places()

    const other = new DatabaseSync(join(dataDir, 'tafelrunde.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    try {
      await act.writeNote(page, 'goals', 'bei langsamer Platte')
      await lampOf(page)
        .getByText(/^Gesendet, seit [2-9] s noch nicht bestätigt$/)
        .waitFor()
      await act.writeNote(page, 'needs', 'und weiter')
      expect(await places()).toEqual(before)
      await lampOf(page).click()
      await page.getByText('Der Server lässt sich gerade Zeit.').waitFor()
      await page.keyboard.press('Escape')
    } finally {
      other.exec('ROLLBACK')
      other.close()
    }
    await act.seesSaved(page)
    expect(await places()).toEqual(before)
    stage.assertQuiet()
  })

  it('[F3] people are told within two seconds that the server cannot save, and go on writing', async () => {
    const page = await stage.openPage({ viewport: { width: 1280, height: 720 } })
    let toPage: WebSocketRoute | null = null
    let isSaving = true
    await page.routeWebSocket(/\/sync/, (route) => {
      toPage = route
      const toServer = route.connectToServer()
      route.onMessage((frame) => isSaving && toServer.send(frame))
    })
    await act.joinAs(page, await aBoard(), 'Anna')
    await act.writeNote(page, 'goals', 'vorher')
    await act.seesSaved(page)
    const groupId = new URL(page.url()).pathname.split('/').at(-1)

    isSaving = false
    await act.writeNote(page, 'goals', 'bei voller Platte')
    const begun = Date.now()
    sendClose(toPage, `group/${groupId}`, 'storage.unavailable')
    await page.locator('.closed-notice', { hasText: 'Der Server kann gerade nicht speichern.' }).waitFor()
    expect(Date.now() - begun).toBeLessThan(2_000)
    expect(await lampOf(page).innerText()).not.toContain('Gespeichert')
    await act.writeNote(page, 'needs', 'trotzdem weiter')
    isSaving = true
    await act.seesSaved(page)
    await page.locator('.closed-notice').waitFor({ state: 'detached' })
    await act.seesNote(page, 'bei voller Platte')
    stage.assertQuiet()
  })

  it('[F15] a page from before an update says so, and the reloaded one brings what was written, once', async () => {
    const page = await stage.openPage({ viewport: { width: 1280, height: 720 } })
    await page.addInitScript(() => {
      const Native = WebSocket
      globalThis.WebSocket = class extends Native {
        constructor(url: string | URL, protocols?: string | string[]) {
          const isOld = localStorage.getItem('e2e.isOld') === 'yes'
          super(isOld ? String(url).replace(/schema=\d+/, 'schema=0') : url, protocols)
        }
      }
    })
    const proxy = await startProxy({ target: server.url })
    const link = new URL(await aBoard())
    await act.joinAs(page, `${proxy.url}${link.pathname}${link.hash}`, 'Anna')
    await act.writeNote(page, 'goals', 'vorher')
    await act.seesSaved(page)

    await page.context().setOffline(true)
    proxy.cut()
    await lampOf(page)
      .getByText(/^Offline seit/)
      .waitFor()
    await act.writeNote(page, 'goals', 'vor dem Update')
    await page.evaluate(() => localStorage.setItem('e2e.isOld', 'yes'))
    await page.context().setOffline(false)
    await page.getByText('Es gibt eine neue Fassung von Tafelrunde. Bitte laden Sie die Seite neu.').waitFor()
    await page.getByText('1 Änderung liegt auf diesem Gerät').waitFor()
    await page.evaluate(() => localStorage.setItem('e2e.isOld', 'no'))
    await page.getByRole('button', { name: 'Neu laden' }).click()
    await act.seesSaved(page)
    await until(() =>
      page
        .locator('.note', { hasText: 'vor dem Update' })
        .count()
        .then((count) => count === 1),
    )
    stage.assertQuiet()
  })
})

/** What the server sends when it closes one document. */
function sendClose(toPage: WebSocketRoute | null, document: string, reason: string): void {
  const frame = encoding.createEncoder()
  encoding.writeVarString(frame, document)
  encoding.writeVarUint(frame, CLOSE)
  encoding.writeVarString(frame, reason)
  toPage?.send(Buffer.from(encoding.toUint8Array(frame)))
}
