import {
  HOME,
  fitBox,
  keepInReach,
  panBy,
  revealBox,
  zoomAt,
  type Box,
  type Camera,
  type Point,
  type Size,
} from './camera.ts'

/**
 * The camera outside React: panning sets one transform and re-renders nothing.
 *
 * 1. `current` is always in reach of `content`.
 * 2. Listeners run synchronously after each change.
 */
export class CameraStore {
  current: Camera = HOME
  viewport: Size = { width: 1, height: 1 }
  content: Box = { x: 0, y: 0, width: 1, height: 1 }
  readonly #listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get = (): Camera => this.current

  resize(viewport: Size, content: Box): void {
    this.viewport = viewport
    this.content = content
    this.#set(this.current)
  }

  panBy(screenDelta: Point): void {
    this.#set(panBy(this.current, screenDelta))
  }

  zoomAt(anchor: Point, zoom: number): void {
    this.#set(zoomAt(this.current, anchor, zoom))
  }

  zoomTo(zoom: number): void {
    this.zoomAt({ x: this.viewport.width / 2, y: this.viewport.height / 2 }, zoom)
  }

  home(): void {
    this.#set(HOME)
  }

  fit(box: Box): void {
    this.#set(fitBox(box, this.viewport))
  }

  reveal(box: Box): void {
    this.#set(revealBox(this.current, box, this.viewport))
  }

  lookAt(point: Point): void {
    this.#set({ ...this.current, ...point })
  }

  #set(next: Camera): void {
    const kept = keepInReach(next, this.content, this.viewport)
    if (kept.x === this.current.x && kept.y === this.current.y && kept.zoom === this.current.zoom) return
    this.current = kept
    for (const listener of this.#listeners) listener()
  }
}
