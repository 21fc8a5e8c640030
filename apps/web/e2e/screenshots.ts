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

await main()

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  const dataDir = await mkdtemp(join(tmpdir(), 'tafelrunde-screenshots-'))
  const server = await startServer({ dataDir })
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: CHROMIUM_ARGS,
  })
  const stop = new AbortController()
  const baseUrl = server.url.replace('127.0.0.1', 'localhost')
  const { created, done } = await startDemo({ baseUrl, language: 'de', seed: SEED, signal: stop.signal })
  try {
    for (const place of ['join', 'board', 'cockpit'] as const) await takePlace(browser, created, place)
    const cockpit = await openPlace(browser, created, { place: 'cockpit', theme: 'light', ...SIZES[1] })
    await startStep(cockpit, PLENARY)
    await cockpit.context().close()
    for (const place of ['plenary', 'screen'] as const) await takePlace(browser, created, place)
  } finally {
    stop.abort()
    await done
    await browser.close()
    await server.kill('SIGTERM')
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** One place in every size in light, and in dark on a notebook. */
async function takePlace(browser: Browser, created: CreateWorkshopResponse, place: Place): Promise<void> {
  const looks = [
    ...SIZES.map((size) => ({ ...size, theme: 'light' as Theme })),
    { ...SIZES[1], theme: 'dark' as Theme },
    ...(place === 'screen' ? [{ width: 1920, height: 1080, theme: 'light' as Theme }] : []),
  ]
  for (const look of looks) {
    const page = await openPlace(browser, created, { place, ...look })
    const file = `${place}-de-${look.theme}-${look.width}x${look.height}.png`
    await page.screenshot({ path: join(FOLDER, file) })
    process.stdout.write(`${file}\n`)
    await page.context().close()
  }
}

async function openPlace(
  browser: Browser,
  created: CreateWorkshopResponse,
  { place, theme, width, height }: { place: Place; theme: Theme; width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'de-DE', colorScheme: theme })
  const page = await context.newPage()
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
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  return page
}
