import type { Page } from 'playwright'

/** The notes that a page shows: texts by id, in the order of the ids. */
export function shownNotes(page: Page): Promise<Readonly<Record<string, string>>> {
  return page
    .locator('.note[data-item-id]')
    .evaluateAll((notes) =>
      Object.fromEntries(
        notes
          .map((note): [string, string] => [
            note.getAttribute('data-item-id') ?? '',
            note.querySelector('.note-text')?.textContent ?? '(being edited)',
          ])
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
}

/** Open one's note and begin to write behind what is there. */
export async function openNote(page: Page, text: string): Promise<void> {
  await page.locator('.note[data-item-id]', { hasText: text }).first().dblclick()
  await page.locator('[contenteditable=true]').waitFor()
  await page.keyboard.press('End')
}

/** Leave the open note as it is. */
export async function closeNote(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('[contenteditable=true]').waitFor({ state: 'detached' })
}
