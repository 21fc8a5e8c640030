import { startDemo } from '@tafelrunde/demo'
import type { CreateWorkshopResponse } from '@tafelrunde/protocol'
import { startServer } from '@tafelrunde/testkit'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { CHROMIUM_ARGS } from './support/chromiumArgs.ts'
import { joinAs, startStep } from './support/people.ts'
import { takeGuidePictures, type Size } from './support/takeGuidePictures.ts'

// node screenshots.ts: makes docs/screenshots from the demo workshop. Environment: CHROMIUM_PATH.

const FOLDER = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url))
const SIZES = [
  { width: 1280, height: 580 },
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const
const SEED = 3_032_022
const PLENARY = 'Plenum 1: Was wir herausgefunden haben'

type Place = 'join' | 'board' | 'cockpit' | 'plenary' | 'screen'
type Theme = 'light' | 'dark'

interface Look extends Size {
  readonly theme: Theme
}

await main()

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  const dataDir = await mkdtemp(join(tmpdir(), 'tafelrunde-screenshots-'))
  const server = await startServer({ dataDir })
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: CHROMIUM_ARGS,
  })
  const baseUrl = server.url.replace('127.0.0.1', 'localhost')
  try {
    await withDemo(baseUrl, (created) => takePlaces(browser, created))
    const open = (size: Size): Promise<Page> => openPage(browser, { theme: 'light', ...size })
    const take = (page: Page, place: string): Promise<void> => takePicture(page, place, 'light')
    await withDemo(baseUrl, (created) => takeGuidePictures({ open, take }, created))
  } finally {
    await browser.close()
    await server.kill('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A German demo workshop of its own, whose people work until `show` is done. */
async function withDemo(baseUrl: string, show: (created: CreateWorkshopResponse) => Promise<void>): Promise<void> {
  const stop = new AbortController()
  const { created, done } = await startDemo({ baseUrl, language: 'de', seed: SEED, signal: stop.signal })
  try {
    await show(created)
  } finally {
    stop.abort()
    await done
  }
}

async function takePlaces(browser: Browser, created: CreateWorkshopResponse): Promise<void> {
  for (const place of ['join', 'board', 'cockpit'] as const) await takePlace(browser, created, place)
  const cockpit = await openPlace(browser, created, { place: 'cockpit', theme: 'light', ...SIZES[1] })
  await startStep(cockpit, PLENARY)
  await cockpit.context().close()
  for (const place of ['plenary', 'screen'] as const) await takePlace(browser, created, place)
}

/** One place in every size in light, and in dark on a notebook. */
async function takePlace(browser: Browser, created: CreateWorkshopResponse, place: Place): Promise<void> {
  const looks: readonly Look[] = [
    ...SIZES.map((size) => ({ ...size, theme: 'light' as const })),
    { ...SIZES[1], theme: 'dark' },
    ...(place === 'screen' ? [{ width: 1920, height: 1080, theme: 'light' as const }] : []),
  ]
  for (const look of looks) {
    const page = await openPlace(browser, created, { place, ...look })
    await takePicture(page, place, look.theme)
    await page.context().close()
  }
}

async function openPlace(
  browser: Browser,
  created: CreateWorkshopResponse,
  { place, ...look }: Look & { readonly place: Place },
): Promise<Page> {
  const page = await openPage(browser, look)
  const founders = created.groups[1]?.link ?? created.links.participant
  if (place === 'join') {
    await page.goto(founders)
    await page.locator('form button[type=submit]').waitFor()
  } else if (place === 'screen') {
    await joinAs(page, created.links.screen, null)
    await page.locator('[data-item-id]').first().waitFor()
  } else if (place === 'board') {
    await joinAs(page, founders, 'Hanna')
    await page.locator('[data-item-id]').first().waitFor()
    await page.locator('.cursor').first().or(page.locator('.list-view')).first().waitFor()
  } else {
    await joinAs(page, created.links.moderator, 'Moderation')
    await page.locator('.run-step').first().waitFor({ state: 'attached' })
    if (place === 'plenary') {
      const at = new URL(page.url())
      await page.goto(`${at.origin}/w/${created.workshop.id}/plenary${at.search}`)
      await page.locator('[data-item-id]').first().waitFor()
    }
  }
  return page
}

async function openPage(browser: Browser, { theme, width, height }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'de-DE',
    colorScheme: theme,
  })
  return context.newPage()
}

/** What a page shows when it stands still, under its name in docs/screenshots. */
async function takePicture(page: Page, place: string, theme: Theme): Promise<void> {
  const { width, height } = page.viewportSize() ?? SIZES[1]
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  const file = `${place}-de-${theme}-${width}x${height}.png`
  await page.screenshot({ path: join(FOLDER, file) })
  process.stdout.write(`${file}\n`)
}
