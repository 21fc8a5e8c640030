/**
 * Whether somebody is in the middle of a text: a note is open, or a row holds words that are no note yet. Taking such a
 * person elsewhere would interrupt a sentence.
 */
export function isWritingNow(page: Document): boolean {
  const focused = page.activeElement
  if (focused instanceof HTMLElement && focused.isContentEditable) return true
  if (focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement) {
    const isText = focused instanceof HTMLTextAreaElement || focused.type === 'text' || focused.type === 'search'
    if (isText && focused.value !== '') return true
  }
  const rows = page.querySelectorAll<HTMLTextAreaElement>('textarea[data-writer-field]')
  return [...rows].some(({ value }) => value.trim() !== '')
}
