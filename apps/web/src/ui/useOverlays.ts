import { cloneElement, useRef, useState, type ButtonHTMLAttributes, type ReactElement, type RefAttributes } from 'react'
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
  const [isAsked, setIsAsked] = useState(false)
  const hadFocus = useRef(false)
  const isByKeyboard = useRef(false)
  if (isAsked && overlays) {
    const takeFocus = (button: HTMLButtonElement | null): void => {
      if (button && hadFocus.current) button.focus({ preventScroll: true })
      hadFocus.current = false
    }
    const element = trigger as ReactElement<RefAttributes<HTMLButtonElement>>
    return { overlays, trigger: cloneElement(element, { ref: takeFocus }), isByKeyboard: isByKeyboard.current }
  }
  const ask = (button: HTMLButtonElement): void =>
    void loadOverlays().then(
      () => {
        hadFocus.current = document.activeElement === button
        setIsAsked(true)
      },
      () => showToast({ text: errorText(t, 'network'), kind: 'problem' }),
    )
  const element = trigger as ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>
  return {
    closed: cloneElement(element, {
      'aria-haspopup': kind,
      'aria-expanded': false,
      onClick: ({ currentTarget }) => {
        isByKeyboard.current = false
        ask(currentTarget)
      },
      onKeyDown: (event) => {
        if (!OPENING_KEYS[kind].includes(event.key)) return
        // The click that the browser makes of it would pass for one of a screen reader, which the library waits for.
        event.preventDefault()
        isByKeyboard.current = true
        ask(event.currentTarget)
      },
    }),
  }
}
