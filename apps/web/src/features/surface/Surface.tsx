import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import type { CameraStore } from './CameraStore.ts'
import type { Box, Size } from './camera.ts'
import { useSurfaceGestures } from './useSurfaceGestures.ts'
import './Surface.css'

export interface SurfaceProps {
  readonly camera: CameraStore
  readonly label: string
  readonly tool: string
  /** What the camera must keep in reach, given the size of the viewport. */
  readonly contentOf: (viewport: Size) => Box
  readonly onResize: (viewport: Size) => void
  /** Hears of the element that shows the paper, and of its end. */
  readonly onMount: (element: HTMLElement | null) => void
  readonly children: ReactNode
}

/** The paper: a viewport on a world that pans and zooms by one transform. */
export function Surface({ camera, label, tool, contentOf, onResize, onMount, children }: SurfaceProps) {
  const viewport = useRef<HTMLElement>(null)
  const world = useRef<HTMLDivElement>(null)
  useSurfaceGestures(viewport, camera)

  useLayoutEffect(() => {
    onMount(viewport.current)
    return () => onMount(null)
  }, [onMount])

  useLayoutEffect(() => {
    const element = viewport.current
    if (!element) return undefined
    const measure = () => {
      const size = { width: element.clientWidth, height: element.clientHeight }
      camera.resize(size, contentOf(size))
      onResize(size)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [camera, contentOf, onResize])

  useEffect(() => {
    const paint = () => {
      const { x, y, zoom } = camera.current
      if (world.current) world.current.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`
      const dots = Math.max(10, 16 * zoom)
      viewport.current?.style.setProperty('background-size', `${dots}px ${dots}px`)
      viewport.current?.style.setProperty('background-position', `${-x * zoom}px ${-y * zoom}px`)
    }
    paint()
    return camera.subscribe(paint)
  }, [camera])

  /** Focus may scroll a clipped box; the camera is the only way to move here. */
  const undoScroll = () => {
    const element = viewport.current
    if (!element || (element.scrollLeft === 0 && element.scrollTop === 0)) return
    const moved = { x: element.scrollLeft, y: element.scrollTop }
    element.scrollTo(0, 0)
    camera.panBy(moved)
  }

  return (
    <section ref={viewport} className="surface" aria-label={label} data-tool={tool} data-pan="" onScroll={undoScroll}>
      <div ref={world} className="surface-world" data-pan="">
        {children}
      </div>
    </section>
  )
}
