import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'
import { movedTo, placeAt, type Place } from './reorder.ts'

/** How long a dropped entry stays where it was put while the server's answer is on its way. */
const SETTLE_MS = 1_500

interface Carried {
  readonly key: string
  readonly index: number
}

/** A list that is put in order by hand. */
export interface Reorder<E extends HTMLElement> {
  /** The keys as they are to be shown now. */
  readonly keys: readonly string[]
  readonly carriedKey: string | null
  /** The element whose children carry `data-key`. */
  readonly list: RefObject<E | null>
  readonly handleOf: (key: string) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    readonly 'aria-pressed': boolean
  }
  /** One place up or down, for menus; null at the end of the list. */
  readonly stepOf: (key: string, by: -1 | 1) => (() => void) | null
}

/** Order by dragging a handle, by the keyboard on it (space, arrows, enter, escape), or step by step. */
export function useReorder<E extends HTMLElement>(
  keys: readonly string[],
  onMove: (key: string, to: Place) => Promise<unknown>,
): Reorder<E> {
  const t = useText().plenary.reorder
  const list = useRef<E>(null)
  const [carried, setCarried] = useState<Carried | null>(null)
  const [dropped, setDropped] = useState<(Carried & { readonly order: string }) | null>(null)
  const order = keys.join()
  useEffect(() => {
    if (!dropped) return
    const timer = setTimeout(() => setDropped(null), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [dropped])

  const drop = (entry: Carried): void => {
    setCarried(null)
    if (keys.indexOf(entry.key) === entry.index) return
    setDropped({ ...entry, order })
    announce(t.movedTo({ index: entry.index + 1, count: keys.length }))
    void onMove(entry.key, placeAt(keys, entry.key, entry.index)).catch(() => setDropped(null))
  }

  const onPointerDown = (key: string) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const handle = event.currentTarget
    handle.setPointerCapture(event.pointerId)
    let current: Carried = { key, index: keys.indexOf(key) }
    const move = (moved: globalThis.PointerEvent): void => {
      const index = indexUnder(list.current, { key, x: moved.clientX, y: moved.clientY })
      if (index === null || index === current.index) return
      current = { key, index }
      setCarried(current)
    }
    const end = (ended: globalThis.PointerEvent): void => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', end)
      handle.removeEventListener('pointercancel', end)
      if (ended.type === 'pointerup') drop(current)
      else setCarried(null)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', end)
    handle.addEventListener('pointercancel', end)
  }

  const onKeyDown = (key: string) => (event: KeyboardEvent<HTMLElement>) => {
    const isHeld = carried?.key === key
    const here = isHeld ? carried.index : keys.indexOf(key)
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key]
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (isHeld) return drop(carried)
      setCarried({ key, index: here })
      announce(t.pickedUp({ index: here + 1, count: keys.length }))
    } else if (isHeld && by !== undefined) {
      event.preventDefault()
      const index = Math.min(Math.max(0, here + by), keys.length - 1)
      setCarried({ key, index })
      const handle = event.currentTarget
      requestAnimationFrame(() => handle.focus())
      announce(t.movedTo({ index: index + 1, count: keys.length }))
    } else if (isHeld && event.key === 'Escape') {
      event.stopPropagation()
      setCarried(null)
      announce(t.cancelled)
    }
  }

  // With another order the new one has arrived, or somebody else's.
  const moving = carried ?? (dropped?.order === order ? dropped : null)
  return {
    keys: moving ? movedTo(keys, moving.key, moving.index) : keys,
    carriedKey: carried?.key ?? null,
    list,
    handleOf: (key) => ({
      onPointerDown: onPointerDown(key),
      onKeyDown: onKeyDown(key),
      'aria-pressed': carried?.key === key,
    }),
    stepOf: (key, by) => {
      const index = keys.indexOf(key) + by
      return index < 0 || index >= keys.length ? null : () => drop({ key, index })
    },
  }
}

/** Where the pointer would insert: before or behind the entry under it; null between entries. */
function indexUnder(list: Element | null, at: { key: string; x: number; y: number }): number | null {
  const others = [...(list?.children ?? [])].filter(
    (element): element is HTMLElement => element instanceof HTMLElement && element.dataset['key'] !== at.key,
  )
  const index = others.findIndex((element) => {
    const box = element.getBoundingClientRect()
    return at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom
  })
  const box = others[index]?.getBoundingClientRect()
  if (!box) return null
  return at.y < (box.top + box.bottom) / 2 ? index : index + 1
}
