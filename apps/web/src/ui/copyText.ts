import { currentLanguage } from '../i18n/language.ts'
import { showToast } from './Toast.tsx'

/** Copy a text to the clipboard and say so; works without a secure context too. Whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  const { ui } = currentLanguage().messages
  const isCopied = (await copyModern(text)) || copyByCommand(text)
  showToast(isCopied ? { text: ui.copied } : { text: ui.copyFailed, kind: 'problem' })
  return isCopied
}

async function copyModern(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return false
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** The only way on a plain-http address: a secure context is needed for the clipboard interface. */
function copyByCommand(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'visually-hidden'
  const focused = document.activeElement
  // Inside an open dialog, so that its focus trap lets the text be selected.
  const host = focused?.closest('[role="dialog"], [role="alertdialog"]') ?? document.body
  host.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
