import {
  cloneElement,
  useCallback,
  useState,
  type ButtonHTMLAttributes,
  type ReactElement,
  type RefAttributes,
} from 'react'
import { errorText } from '../i18n/errorText.ts'
import { useText } from '../i18n/useText.ts'
import { showToast } from './Toast.tsx'

type Overlays = typeof import('./overlays.tsx')

let overlays: Overlays | null = null

/** Fetch the code of menus and panels that are open; places call it in idle time. */
export async function loadOverlays(): Promise<void> {
  overlays ??= await import('./overlays.tsx')
}

/** The code of overlays, for what is only drawn inside of one. */
export function loadedOverlays(): Overlays {
  if (!overlays) throw new Error('a part of an overlay was drawn outside of one')
  return overlays
}

const OPENING_KEYS: Readonly<Record<'menu' | 'dialog', readonly string[]>> = {
  menu: ['Enter', ' ', 'ArrowDown', 'ArrowUp'],
  dialog: ['Enter', ' '],
}

/** How a trigger was used for the first time. */
interface Asked {
  readonly hadFocus: boolean
  readonly isByKeyboard: boolean
}

/** Those whose new button has taken the focus; it is attached again with every drawing, and must not take it again. */
const answered = new WeakSet<Asked>()

/** A trigger before its overlay was asked for, or what is needed to draw the overlay with it. */
export type OverlayUse =
  | { readonly closed: ReactElement }
  | { readonly overlays: Overlays; readonly trigger: ReactElement; readonly isByKeyboard: boolean }

/**
 * Lets a trigger be a plain button until it is used for the first time, so that no place waits for the code of
 * overlays. The button that is drawn with the overlay takes the focus of the plain one.
 */
export function useOverlays(trigger: ReactElement, kind: 'menu' | 'dialog'): OverlayUse {
  const t = useText()
  const [asked, setAsked] = useState<Asked | null>(null)
  const takeFocus = useCallback(
    (button: HTMLButtonElement | null): void => {
      if (!button || !asked?.hadFocus || answered.has(asked)) return
      answered.add(asked)
      button.focus({ preventScroll: true })
    },
    [asked],
  )
  if (asked && overlays) {
    const element = trigger as ReactElement<RefAttributes<HTMLButtonElement>>
    return { overlays, trigger: cloneElement(element, { ref: takeFocus }), isByKeyboard: asked.isByKeyboard }
  }
  const ask = (button: HTMLButtonElement, isByKeyboard: boolean): void =>
    void loadOverlays().then(
      () => setAsked({ hadFocus: document.activeElement === button, isByKeyboard }),
      () => showToast({ text: errorText(t, 'network'), kind: 'problem' }),
    )
  const element = trigger as ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>
  return {
    closed: cloneElement(element, {
      'aria-haspopup': kind,
      'aria-expanded': false,
      onClick: ({ currentTarget }) => ask(currentTarget, false),
      onKeyDown: (event) => {
        if (!OPENING_KEYS[kind].includes(event.key)) return
        // The click that the browser makes of it would pass for one of a screen reader, which the library waits for.
        event.preventDefault()
        ask(event.currentTarget, true)
      },
    }),
  }
}
