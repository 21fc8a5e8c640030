import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'

export interface DragOrder {
  /** The entry that is being dragged; null while none is. */
  readonly draggedKey: string | null
  /** For the grip of an entry. */
  readonly onGrip: (event: ReactPointerEvent<HTMLElement>, key: string) => void
}

/**
 * Put a list in order by dragging a grip: entries make room as the pointer passes their middle. Escape puts the entry
 * back. `keys` are the entries in order, `rowOf` finds an entry on the page.
 */
export function useDragOrder({
  keys,
  rowOf,
  onMove,
}: {
  keys: readonly string[]
  rowOf: (key: string) => HTMLElement | null
  onMove: (key: string, to: number) => void
}): DragOrder {
  const [draggedKey, setDraggedKey] = useState<string | null>(null)
  const latest = useRef({ keys, rowOf, onMove })
  useEffect(() => {
    latest.current = { keys, rowOf, onMove }
  })
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const onGrip = (event: ReactPointerEvent<HTMLElement>, key: string): void => {
    if (event.button !== 0) return
    event.preventDefault()
    const from = latest.current.keys.indexOf(key)
    const move = ({ clientY }: PointerEvent): void => {
      const { keys: order, rowOf: find, onMove: moveTo } = latest.current
      const to = placeAt(
        order.map((other) => find(other)),
        { clientY, at: order.indexOf(key) },
      )
      if (to !== order.indexOf(key)) moveTo(key, to)
      find(key)?.scrollIntoView({ block: 'nearest' })
    }
    const end = (): void => {
      stop.current?.()
      stop.current = null
      setDraggedKey(null)
    }
    const cancel = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return
      // The dialog around the list stays open.
      pressed.stopPropagation()
      pressed.preventDefault()
      latest.current.onMove(key, from)
      end()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', cancel, { capture: true })
    stop.current = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', cancel, { capture: true })
    }
    setDraggedKey(key)
  }
  return { draggedKey, onGrip }
}

/** Where an entry at place `at` belongs when the pointer is at `clientY`: behind the rows whose middle is above it. */
export function placeAt(
  rows: readonly (Pick<HTMLElement, 'getBoundingClientRect'> | null)[],
  { clientY, at }: { clientY: number; at: number },
): number {
  return rows.filter((row, index) => {
    if (!row || index === at) return false
    const { top, height } = row.getBoundingClientRect()
    return top + height / 2 < clientY
  }).length
}
