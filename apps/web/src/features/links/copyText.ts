import { showToast } from '../../ui/Toast.tsx'

/**
 * Put text on the clipboard and say so. Works without a secure context too, where `navigator.clipboard` is missing.
 */
export async function copyText(
  text: string,
  words: { readonly copied: string; readonly copyFailed: string },
): Promise<void> {
  const isCopied = await writeClipboard(text)
  showToast(isCopied ? { text: words.copied } : { text: words.copyFailed, kind: 'problem' })
}

async function writeClipboard(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return copyBySelection(text)
    }
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'visually-hidden'
  const place = before?.closest('[role="dialog"], [role="alertdialog"]') ?? document.body
  place.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
