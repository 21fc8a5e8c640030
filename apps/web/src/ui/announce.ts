let region: HTMLElement | undefined
let urgentRegion: HTMLElement | undefined

function makeRegion(politeness: 'polite' | 'assertive'): HTMLElement {
  const element = document.createElement('div')
  element.className = 'visually-hidden'
  element.setAttribute('aria-live', politeness)
  document.body.append(element)
  return element
}

/** Say something to screen readers without showing it. `assertive` interrupts what is being read. */
export function announce(text: string, politeness: 'polite' | 'assertive' = 'polite'): void {
  const target =
    politeness === 'polite' ? (region ??= makeRegion('polite')) : (urgentRegion ??= makeRegion('assertive'))
  const line = document.createElement('p')
  line.textContent = text
  target.append(line)
  // Old lines go, so that a reader who walks through the page does not meet them.
  while (target.childElementCount > 3) target.firstElementChild?.remove()
}
