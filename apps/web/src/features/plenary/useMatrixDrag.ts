import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'
import { stepFrom, type MatrixPoint, type Spot } from './matrixPoints.ts'

/** A point that is being moved, or was dropped and waits for the server. */
export interface MovedPoint {
  readonly key: string
  readonly spot: Spot | null
  /** Where it would be put now. */
  readonly over: Spot | null
  /** How far the pointer has carried it, pixels; zero by keyboard. */
  readonly dx: number
  readonly dy: number
}

/** How long a dropped point stays where it was put while the answer is on its way. */
const SETTLE_MS = 1_500

/** Setting agreed values in the matrix: by pointer, or by space, arrows, enter and escape. */
export function useMatrixDrag(points: readonly MatrixPoint[], onSet: (key: string, spot: Spot) => Promise<boolean>) {
  const t = useText().plenary
  const [moved, setMoved] = useState<MovedPoint | null>(null)
  const [dropped, setDropped] = useState<(MovedPoint & { readonly state: string }) | null>(null)
  /** The element of a point is another one in its new cell; the keyboard stays with it. */
  const focusKey = useRef<string | null>(null)
  const state = JSON.stringify(points.map(({ entry, spot }) => [entry.key, spot]))
  useEffect(() => {
    if (!dropped) return
    const timer = setTimeout(() => setDropped(null), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [dropped])
  useEffect(() => {
    if (focusKey.current === null) return
    document.querySelector<HTMLElement>(`.matrix-point[data-key="${focusKey.current}"]`)?.focus()
    focusKey.current = null
  })

  const set = (key: string, spot: Spot): void => {
    setMoved(null)
    // As it was before it was taken up; what is shown has moved along.
    const before = points.find(({ entry }) => entry.key === key)
    if (!before?.isEstimated && before?.spot?.effort === spot.effort && before.spot.impact === spot.impact) return
    setDropped({ key, spot, over: null, dx: 0, dy: 0, state })
    announce(t.spot(spot))
    void onSet(key, spot).then((isTaken) => !isTaken && setDropped(null))
  }

  const onPointerDown = (point: MatrixPoint) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const { key } = point.entry
    const element = event.currentTarget
    element.setPointerCapture(event.pointerId)
    const start = { x: event.clientX, y: event.clientY }
    let spot: Spot | null = null
    const move = (now: globalThis.PointerEvent): void => {
      spot = spotUnder(now.clientX, now.clientY)
      setMoved({ key, spot: point.spot, over: spot, dx: now.clientX - start.x, dy: now.clientY - start.y })
    }
    const end = (ended: globalThis.PointerEvent): void => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', end)
      element.removeEventListener('pointercancel', end)
      if (ended.type === 'pointerup' && spot) set(key, spot)
      else setMoved(null)
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', end)
    element.addEventListener('pointercancel', end)
  }

  const onKeyDown = (point: MatrixPoint) => (event: KeyboardEvent<HTMLElement>) => {
    const { key } = point.entry
    const held = moved?.key === key ? moved : null
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      focusKey.current = key
      if (held?.spot) return set(key, held.spot)
      const spot = point.spot ?? { effort: 3, impact: 3 }
      setMoved({ key, spot, over: spot, dx: 0, dy: 0 })
      announce(t.matrixPickedUp)
    } else if (held && event.key === 'Escape') {
      event.stopPropagation()
      focusKey.current = key
      setMoved(null)
      announce(t.reorder.cancelled)
    } else if (held) {
      const spot = stepFrom(held.spot, event.key)
      if (!spot) return
      event.preventDefault()
      focusKey.current = key
      setMoved({ ...held, spot, over: spot })
      announce(t.spot(spot))
    }
  }

  // With another state the new value has arrived, or somebody else's.
  const settling = dropped?.state === state ? dropped : null
  return { moved: moved ?? settling, isHeld: moved !== null, onPointerDown, onKeyDown }
}

function spotUnder(x: number, y: number): Spot | null {
  const cell = document
    .elementsFromPoint(x, y)
    .find((element): element is HTMLElement => element instanceof HTMLElement && element.matches('.matrix-cell'))
  if (!cell) return null
  return { effort: Number(cell.dataset['effort']), impact: Number(cell.dataset['impact']) } as Spot
}
