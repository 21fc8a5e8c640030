import { useEffect, type RefObject } from 'react'
import type { CameraStore } from './CameraStore.ts'
import type { Point } from './camera.ts'

/** What a finger moves, scrolls or presses itself; anywhere else it moves the paper. */
const HOLDS_TOUCH = '.note, button, input, textarea, select, a, [data-field-body], [contenteditable]'

/** Pixels of a line or page of wheel scrolling; browsers report one of three units. */
const WHEEL_UNIT = [1, 16, 400] as const

/** Wheel, pinch, space-drag and middle-button pan on the surface. Fields keep their own scrolling. */
export function useSurfaceGestures(surface: RefObject<HTMLElement | null>, camera: CameraStore): void {
  useEffect(() => {
    const element = surface.current
    if (!element) return undefined
    const local = (event: { clientX: number; clientY: number }): Point => {
      const box = element.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top }
    }

    const onWheel = (event: WheelEvent) => {
      const unit = WHEEL_UNIT[event.deltaMode as 0 | 1 | 2] ?? 1
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        camera.zoomAt(local(event), camera.current.zoom * Math.exp(-event.deltaY * unit * 0.0035))
        return
      }
      if (canScroll(event.target, element, event)) return
      event.preventDefault()
      const [x, y] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY]
      camera.panBy({ x: x * unit, y: y * unit })
    }

    const touches = new Map<number, Point>()
    let panning: number | null = null
    let isSpaceHeld = false

    const onPointerDown = (event: PointerEvent) => {
      if (event.pointerType === 'touch') touches.set(event.pointerId, local(event))
      const isBackground = event.target instanceof Element && !event.target.closest(HOLDS_TOUCH)
      const isPan =
        event.button === 1 || isSpaceHeld || (event.pointerType === 'touch' && isBackground && touches.size === 1)
      if (!isPan) return
      event.preventDefault()
      event.stopPropagation()
      panning = event.pointerId
      last = local(event)
      element.setPointerCapture(event.pointerId)
      element.dataset['panning'] = ''
    }
    let last: Point = { x: 0, y: 0 }
    const onPointerMove = (event: PointerEvent) => {
      const point = local(event)
      if (touches.size === 2 && touches.has(event.pointerId)) {
        pinch(camera, touches, { id: event.pointerId, point })
        return
      }
      if (touches.has(event.pointerId)) touches.set(event.pointerId, point)
      if (panning !== event.pointerId) return
      camera.panBy({ x: last.x - point.x, y: last.y - point.y })
      last = point
    }
    const onPointerEnd = (event: PointerEvent) => {
      touches.delete(event.pointerId)
      if (panning !== event.pointerId) return
      panning = null
      delete element.dataset['panning']
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'Space') return
      const target = event.target
      const isOnControl =
        target instanceof Element &&
        target.closest('button, a, input, textarea, select, [role=button], [contenteditable]')
      isSpaceHeld = event.type === 'keydown' && !isOnControl
      if (isSpaceHeld) element.dataset['space'] = ''
      else delete element.dataset['space']
    }

    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('pointerdown', onPointerDown, { capture: true })
    element.addEventListener('pointermove', onPointerMove)
    element.addEventListener('pointerup', onPointerEnd)
    element.addEventListener('pointercancel', onPointerEnd)
    window.addEventListener('keydown', onKey)
    window.addEventListener('keyup', onKey)
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('pointerdown', onPointerDown, { capture: true })
      element.removeEventListener('pointermove', onPointerMove)
      element.removeEventListener('pointerup', onPointerEnd)
      element.removeEventListener('pointercancel', onPointerEnd)
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('keyup', onKey)
    }
  }, [surface, camera])
}

function pinch(camera: CameraStore, touches: Map<number, Point>, moved: { id: number; point: Point }): void {
  const [a, b] = [...touches.values()] as [Point, Point]
  touches.set(moved.id, moved.point)
  const [c, d] = [...touches.values()] as [Point, Point]
  const before = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const after = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 }
  const spread = Math.hypot(a.x - b.x, a.y - b.y) || 1
  camera.panBy({ x: before.x - after.x, y: before.y - after.y })
  camera.zoomAt(after, camera.current.zoom * (Math.hypot(c.x - d.x, c.y - d.y) / spread))
}

/** Whether something between the target and the surface would scroll by this wheel turn. */
function canScroll(target: EventTarget | null, surface: Element, delta: { deltaX: number; deltaY: number }): boolean {
  for (let node = target instanceof Element ? target : null; node && node !== surface; node = node.parentElement) {
    if (node.scrollHeight <= node.clientHeight + 1 || !/auto|scroll/.test(getComputedStyle(node).overflowY)) continue
    if (Math.abs(delta.deltaX) > Math.abs(delta.deltaY)) continue
    return true
  }
  return false
}
