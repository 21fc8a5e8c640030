/** Where a keyboard goes on without opening a screen keyboard: headings and everything that is pressed. */
const RESTS = 'h1, h2, h3, h4, button:not(:disabled), a[href], [role=button][tabindex="0"]'

interface Place {
  readonly element: HTMLElement
  /** The page, or the menu or dialog that lies over it. */
  readonly layer: Element | null
  /** From the inside out, without the page itself. */
  readonly around: readonly Element[]
  readonly likeness: string
}

/**
 * Keep the focus on the page when what had it disappears: a note that is binned, a dialog whose opener is gone, a
 * button that has nothing more to do, a place that is left. Without this a person with a keyboard or a screen reader
 * would begin again at the top.
 *
 * It goes, in this order, to the same control made anew, to something in the nearest surroundings that are still
 * there, to where it was before the menu or dialog, to the heading of the page. Whoever clicks into nothing keeps
 * nothing.
 */
export function keepFocus(): void {
  /** The last one of each layer, the page first. */
  let places: Place[] = []
  let isWaiting = false

  const check = () => {
    isWaiting = false
    const { activeElement } = document
    if (activeElement !== null && activeElement !== document.body) return
    const last = places.at(-1)
    if (!last) return
    if (last.element.isConnected && !last.element.matches(':disabled')) places = []
    else if (!places.toReversed().some(goBackTo)) goToHeading()
  }
  // Dialogs and menus give the focus back by themselves within a frame; only then is it lost.
  const checkSoon = () => {
    if (isWaiting || places.length === 0) return
    isWaiting = true
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(check)))
  }

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const place = placeOf(target)
    const at = places.findIndex(({ layer }) => layer === place.layer)
    places = [...(at === -1 ? places : places.slice(0, at)), place]
  })
  document.addEventListener('focusout', checkSoon)
  new MutationObserver((changes) => {
    const last = places.at(-1)?.element
    const isDisabledNow = changes.some(({ type, target }) => type === 'attributes' && target === last)
    if (isDisabledNow || document.activeElement === document.body) checkSoon()
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
}

function placeOf(element: HTMLElement): Place {
  const around: Element[] = []
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) around.push(one)
  const layer = around.at(-1) ?? null
  return { element, layer, around: around.filter(({ id }) => id !== 'root'), likeness: likenessOf(element) }
}

function likenessOf(element: Element): string {
  const { id, type, value } = element as Partial<HTMLInputElement>
  const isChoice = type === 'radio' || type === 'checkbox'
  return [element.tagName, type, id, element.getAttribute('aria-label'), isChoice ? value : element.textContent].join(
    '|',
  )
}

function goBackTo({ element, around, likeness }: Place): boolean {
  if (element.isConnected && moveFocus(element)) return true
  return around
    .filter((one) => one.isConnected)
    .some((one) => {
      const anew = [...one.getElementsByTagName(element.tagName)].find((other) => likenessOf(other) === likeness)
      return (anew !== undefined && moveFocus(anew)) || [...one.querySelectorAll(RESTS)].some(moveFocus)
    })
}

/** A place that is still loading has no heading yet; where there is no room for it, it is hidden. */
function goToHeading(): void {
  const heading = document.querySelector('#root h1')
  if (heading && !moveFocus(heading)) [...document.querySelectorAll('#root main')].some(moveFocus)
}

function moveFocus(element: Element): boolean {
  if (!(element instanceof HTMLElement) || element.closest('[inert], [aria-hidden=true]')) return false
  const mayHaveFocus = element.tabIndex >= 0 || element.hasAttribute('tabindex')
  if (!mayHaveFocus) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: !mayHaveFocus && element.tagName === 'MAIN' })
  return document.activeElement === element
}
