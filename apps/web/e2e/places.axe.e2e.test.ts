import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from './support/axeFindings.ts'
import { openDemo } from './support/openDemo.ts'
import { joinAs } from './support/people.ts'
import { Stage } from './support/Stage.ts'
import { startProduct, type Product } from './support/startProduct.ts'

let product: Product
let stage: Stage
let demo: CreateWorkshopResponse

beforeAll(async () => {
  product = await startProduct()
  stage = await Stage.open()
  demo = await openDemo(product.url, 'de')
})
afterAll(() => product.stop())

describe.each(['de-DE', 'en-GB'])('axe finds nothing in %s', (locale) => {
  let profile: BrowserContext
  // The other language has the same colours.
  const isColourless = locale === 'en-GB'
  const look = (page: Page): Promise<string[]> => axeFindings(page, { isColourless })
  beforeAll(async () => {
    profile = await stage.openProfile({ locale })
  })
  afterAll(async () => {
    stage.assertQuiet()
    await profile.close()
  })

  it('on the places before and beside a workshop', async () => {
    const page = await profile.newPage()
    const addresses = ['/', '/new', '/recover', '/setup', '/legal/imprint', '/legal/privacy', '/legal/accessibility']
    for (const address of [...addresses, '/nowhere', '/join#short', demo.links.participant]) {
      await page.goto(new URL(address, product.url).href)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await look(page), address).toEqual([])
    }
  })

  it('on the technical check, while it runs and when it is done, wide and narrow', async () => {
    const page = await profile.newPage()
    await page.goto(demo.links.participant.replace('/join#', '/check#'))
    await page.locator('.check-list').waitFor()
    expect(await look(page), 'running').toEqual([])
    await page.locator('.check-actions').waitFor()
    expect(await look(page), 'done').toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await look(page), 'narrow').toEqual([])
  })

  it('in the dialogs of a note: its details, moving it, the bin, who wrote it, taking it back', async () => {
    const page = await profile.newPage()
    await joinAs(page, demo.links.moderator, 'Moderation')
    const at = new URL(page.url())
    await page.goto(`${at.origin}/w/${demo.workshop.id}/g/${demo.groups[1]?.id}${at.search}`)
    const note = page.locator('[data-item-id]').first()
    const command = async (name: RegExp) => {
      await note.click({ button: 'right' })
      await page.getByRole('menuitem', { name }).click()
      await page.getByRole('dialog').waitFor()
    }
    for (const name of [/^(Merkmale|Attributes)/, /^(Verschieben nach|Move to …)/]) {
      await command(name)
      expect(await look(page), String(name)).toEqual([])
      await page.keyboard.press('Escape')
    }
    await page
      .getByRole('button', { name: /^(Weitere Befehle|More commands)/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: /^(Papierkorb|Bin)/ }).click()
    await page.getByRole('dialog').waitFor()
    expect(await look(page), 'bin').toEqual([])
    await page.keyboard.press('Escape')
    await command(/^(Wer hat das geschrieben|Who wrote this)/)
    await page.locator('.authors').waitFor()
    expect(await look(page), 'authors').toEqual([])
    await page
      .getByRole('button', { name: /^(Letzte Minuten zurücknehmen|Undo the last minutes):/ })
      .first()
      .click()
    await page.getByRole('alertdialog').waitFor()
    expect(await look(page), 'undo').toEqual([])
    await page.keyboard.press('Escape')
  })

  it('on the board in its three views, with notes being written and described', async () => {
    const page = await profile.newPage()
    await joinAs(page, demo.groups[1]?.link ?? '', 'Anna')
    const note = page.locator('[data-item-id]').first()
    await note.waitFor()
    expect(await look(page), 'canvas').toEqual([])
    await note.click()
    expect(await look(page), 'chosen note').toEqual([])
    await note.press('Enter')
    await page.locator('[contenteditable=true]').waitFor()
    expect(await look(page), 'editor').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    expect(await look(page), 'keys').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^(Empfehlung|Recommendation) 1:/ }).click()
    await page.getByRole('dialog').waitFor()
    expect(await look(page), 'recommendation').toEqual([])
    await page.keyboard.press('Escape')
    for (const view of [/^(Gliederung|Outline)$/, /^(Formular|Form)$/]) {
      await page
        .getByRole('radio', { name: view })
        .or(page.getByRole('button', { name: view }))
        .first()
        .click({ force: true })
      await page.locator('.list-view').waitFor()
      expect(await look(page), String(view)).toEqual([])
    }
  })

  it('in the cockpit and its dialogs', async () => {
    const page = await profile.newPage()
    await joinAs(page, demo.links.moderator, 'Moderation')
    await page.locator('.run-step').first().waitFor()
    expect(await look(page), 'cockpit').toEqual([])
    await page.locator('.run-step-row').nth(2).click()
    expect(await look(page), 'open step').toEqual([])
    await page.getByRole('button', { name: /^(Links und QR|Links and QR)/ }).click()
    await page.getByRole('dialog').waitFor()
    expect(await look(page), 'links').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /(Menschen|people|person) (da|here)$/ }).click()
    await page
      .getByRole('button', { name: /(bearbeiten|Edit)/ })
      .nth(2)
      .click()
    expect(await look(page), 'people').toEqual([])
    await page.getByRole('button', { name: /^(Zufällig mischen|Mix at random)/ }).click()
    // Those who are here are nobody unless another test has let somebody in.
    await page.locator('.ui-dialog input[value=all]').check({ force: true })
    await page.locator('.mix-verdict').waitFor()
    expect(await look(page), 'mix').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^(Liste einfügen|Paste a list)/ }).click()
    await page.locator('.list-paste').waitFor()
    expect(await look(page), 'list').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^(Ansehen|Show)$/ }).click()
    await page.locator('.checks').waitFor()
    expect(await look(page), 'checks').toEqual([])
    await page.keyboard.press('Escape')
  })

  it('in the plenary, on the screen and on the results', async () => {
    const page = await profile.newPage()
    await joinAs(page, demo.links.moderator, 'Moderation')
    const at = new URL(page.url())
    for (const place of ['plenary', 'results', 'screen']) {
      await page.goto(`${at.origin}/w/${demo.workshop.id}/${place}${at.search}`)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('load')
      if (place === 'plenary') await page.locator('[data-item-id]').first().waitFor()
      expect(await look(page), place).toEqual([])
    }
  })
})
