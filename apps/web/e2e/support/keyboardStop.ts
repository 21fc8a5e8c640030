/** Where the focus of a page is, as a person with a keyboard and one with a screen reader find it. */
export interface KeyboardStop {
  /** Nothing has the focus but the page itself. */
  readonly isPage: boolean
  /** Role and name as the browser tells them to screen readers. */
  readonly role: string
  readonly name: string
  /** Tag and class, for messages. */
  readonly element: string
  readonly itemId: string | null
  /** At least a part of it is inside the window and not covered by something else. */
  readonly isInSight: boolean
  /** The focus has not moved since the last reading. */
  readonly isSameAsBefore: boolean
  /** The element of the last reading looks the same now, without the focus, as it did with it. */
  readonly hadNoMark: boolean
}

/** Read the stop; runs inside the page, so it must not use anything from outside. */
export function readKeyboardStop(): KeyboardStop {
  type Computed = Element & { readonly computedRole: string; readonly computedName: string }
  interface Reading {
    readonly element: Element
    readonly mark: string
  }
  const markOf = (element: Element): string => {
    const marks: string[] = []
    for (let one: Element | null = element, level = 0; one && level < 4; one = one.parentElement, level += 1) {
      for (const part of [null, '::before', '::after']) {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(one, part)
        const outline = outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineColor}`
        marks.push(`${outline} ${boxShadow} ${level === 0 ? borderColor : ''}`)
      }
    }
    return marks.join('|')
  }
  const isInSight = (element: Element): boolean => {
    const shown = element.closest('label') ?? element
    const box = shown.getBoundingClientRect()
    const left = Math.max(box.left, 0)
    const right = Math.min(box.right, innerWidth)
    const top = Math.max(box.top, 0)
    const bottom = Math.min(box.bottom, innerHeight)
    if (right <= left || bottom <= top) return false
    return [0.1, 0.5, 0.9].some((x) =>
      [0.1, 0.5, 0.9].some((y) => {
        const found = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)
        return found !== null && (shown.contains(found) || found.contains(shown))
      }),
    )
  }
  const scope = window as typeof window & { keyboardReading?: Reading | null }
  const before = scope.keyboardReading ?? null
  const active = document.activeElement as Computed | null
  const isPage = active === null || active.matches('html, body')
  const isSameAsBefore = !isPage && before?.element === active
  // Parts of a date input mark themselves; what counts is how the whole looked when one came to it.
  if (!isSameAsBefore) scope.keyboardReading = isPage ? null : { element: active, mark: markOf(active) }
  return {
    isPage,
    role: isPage ? '' : active.computedRole,
    name: isPage ? '' : active.computedName,
    element: isPage ? '' : `${active.tagName.toLowerCase()}.${active.getAttribute('class') ?? ''}`,
    itemId: isPage ? null : active.getAttribute('data-item-id'),
    isInSight: !isPage && isInSight(active),
    isSameAsBefore,
    hadNoMark:
      before !== null && !isSameAsBefore && before.element.isConnected && markOf(before.element) === before.mark,
  }
}
