import type { Locator, Page } from 'playwright'

const TIMEOUT_MS = 20_000

/** Take a seat by link through the join page; a screen is asked no name. */
export async function joinAs(page: Page, link: string, name: string | null): Promise<void> {
  await page.goto(link)
  const submit = page.locator('form button[type=submit]')
  await submit.waitFor({ timeout: TIMEOUT_MS })
  if (name !== null) await page.locator('form input[autocomplete=name]').fill(name)
  await submit.click()
  await page.waitForURL(/\/w\//, { timeout: TIMEOUT_MS })
}

/** The row of a field in which new notes are written. */
export function writerOf(page: Page, fieldId: string): Locator {
  return page.locator(`textarea[data-writer-field="${fieldId}"]`).first()
}

/** Write a note as the last one of a field, and wait until this person sees it. */
export async function writeNote(page: Page, fieldId: string, text: string): Promise<void> {
  const writer = writerOf(page, fieldId)
  await writer.fill(text, { timeout: TIMEOUT_MS })
  await writer.press('Enter')
  await seesNote(page, text)
}

/** Wait until a note with this text is on the person's board. */
export async function seesNote(page: Page, text: string): Promise<void> {
  await page.locator('[data-item-id]', { hasText: text }).first().waitFor({ timeout: TIMEOUT_MS })
}

/** Write a recommendation in the list beside the canvas. */
export async function writeRecommendation(page: Page, title: string): Promise<void> {
  const writer = page.getByPlaceholder('Empfehlung schreiben …')
  await writer.fill(title, { timeout: TIMEOUT_MS })
  await writer.press('Enter')
  await page.getByText(title).first().waitFor({ timeout: TIMEOUT_MS })
}

/** Change from one board to another by the switcher in the bar. */
export async function goToBoard(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Tafel wechseln/ }).click()
  await page.getByRole('menuitem', { name }).click()
  await page.locator('.board-switcher', { hasText: name }).waitFor({ timeout: TIMEOUT_MS })
}

/** Wait until the lamp says that everything of this person is on the server's disk. */
export async function seesSaved(page: Page): Promise<void> {
  await page.locator('.connection-lamp', { hasText: 'Gespeichert' }).waitFor({ timeout: TIMEOUT_MS })
}

/** Start a step of the run sheet for everybody from the cockpit. */
export async function startStep(cockpit: Page, title: string): Promise<void> {
  const step = cockpit.locator('.run-step', { hasText: title })
  const row = step.locator('.run-step-row')
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click()
  await step.getByRole('button', { name: `${title} jetzt starten` }).click()
  const confirm = cockpit
    .getByRole('alertdialog')
    .or(cockpit.getByRole('dialog'))
    .getByRole('button', { name: 'Starten' })
  const isRunning = cockpit.locator('.run-step[data-state=now]', { hasText: title })
  await confirm.or(isRunning).first().waitFor({ timeout: TIMEOUT_MS })
  if (await confirm.isVisible()) await confirm.click()
  await isRunning.waitFor({ timeout: TIMEOUT_MS })
}

/** Everything that a screen shows, over all its pages: one line `id|group` per entry and recommendation. */
export async function readScreen(page: Page): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>()
  let isNew = true
  for (let round = 0; round < 200 && (isNew || round < 3); round += 1) {
    const before = seen.size
    const cards = await page
      .locator('[data-item-id], [data-recommendation-id]')
      .evaluateAll((elements) =>
        elements.map((element) => [
          element.getAttribute('data-item-id') ?? element.getAttribute('data-recommendation-id') ?? '',
          `${element.getAttribute('data-group-id')}|${element.querySelector('.screen-card-text p')?.textContent ?? ''}`,
        ]),
      )
    for (const [id, rest] of cards) seen.set(id as string, rest as string)
    isNew = seen.size > before
    await page.keyboard.press('ArrowRight')
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
  return seen
}
