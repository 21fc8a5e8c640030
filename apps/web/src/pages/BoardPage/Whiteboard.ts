import type { CanvasId, FieldId, ItemId, SketchId } from '@tafelrunde/schema'
import { Store } from '../../board/Store.ts'
import { CameraStore } from '../../features/surface/CameraStore.ts'
import { worldPointAt, type Point, type Size } from '../../features/surface/camera.ts'
import type { SketchDraft } from '../../features/sketch/SketchLayer.tsx'

export type Tool = 'select' | 'note' | 'arrow' | 'pen' | 'eraser'

/** A rubber band, in px of the window. */
export interface Marquee {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Space between the fields and the free area at their right, in world px. */
const FREE_GAP = 44

/** State of the surface that pointers and keys share; outside React, since it changes with every pointer move. */
export class Whiteboard {
  readonly camera = new CameraStore()
  readonly tool = new Store<Tool>('select')
  readonly penColour = new Store<'ink' | 'accent' | 'rose'>('ink')
  readonly draft = new Store<SketchDraft | null>(null)
  readonly marquee = new Store<Marquee | null>(null)
  readonly chosenSketch = new Store<SketchId | null>(null)
  /** Sketch parts under the eraser, hidden until the one write at its end. */
  readonly erasing = new Store<ReadonlySet<SketchId>>(new Set())
  /** Fields (`canvas/field`) whose next drop is free although all their notes are still in order. */
  readonly loose = new Store<ReadonlySet<string>>(new Set())
  readonly frame = new Store<Size>({ width: 1, height: 1 })
  surface: HTMLElement | null = null
  readonly #layoutListeners = new Set<() => void>()

  readonly attach = (surface: HTMLElement | null): void => {
    this.surface = surface
  }

  /** Origin of the free area in world px. */
  freeOrigin(): Point {
    return { x: this.frame.get().width + FREE_GAP, y: 16 }
  }

  /** A point of the window in px of the free area. */
  freePointAt(client: Point): Point {
    const world = this.worldPointAt(client)
    const origin = this.freeOrigin()
    return { x: Math.round(world.x - origin.x), y: Math.round(world.y - origin.y) }
  }

  worldPointAt(client: Point): Point {
    const box = this.surface?.getBoundingClientRect()
    return worldPointAt(this.camera.current, { x: client.x - (box?.left ?? 0), y: client.y - (box?.top ?? 0) })
  }

  /** Whether a point of the window lies on the free area of the surface. */
  isFree(client: Point): boolean {
    const box = this.surface?.getBoundingClientRect()
    if (!box || client.x < box.left || client.x > box.right || client.y < box.top || client.y > box.bottom) return false
    return this.freePointAt(client).x > -FREE_GAP / 2
  }

  /** A note's rectangle in px of the free area, cut to what its field shows. */
  readonly measure = (itemId: ItemId): { x: number; y: number; width: number; height: number } | null => {
    const note = this.surface?.querySelector(`.note[data-item-id="${itemId}"]`)
    if (!note) return null
    const box = note.getBoundingClientRect()
    const clip = note.closest('[data-field-body]')?.getBoundingClientRect()
    const top = clip ? Math.min(Math.max(box.top, clip.top), clip.bottom) : box.top
    const bottom = clip ? Math.max(Math.min(box.bottom, clip.bottom), clip.top) : box.bottom
    const corner = this.freePointAt({ x: box.left, y: top })
    const { zoom } = this.camera.current
    return { ...corner, width: Math.round(box.width / zoom), height: Math.round((bottom - top) / zoom) }
  }

  /** Runs the listener when notes may have moved in the world. */
  readonly onLayout = (listener: () => void): (() => void) => {
    this.#layoutListeners.add(listener)
    return () => this.#layoutListeners.delete(listener)
  }

  /** Runs the listener, at most once per frame, when notes may have moved on the screen. */
  readonly onMoved = (listener: () => void): (() => void) => {
    let frame = 0
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(listener)
    }
    const stopCamera = this.camera.subscribe(later)
    this.#layoutListeners.add(later)
    return () => {
      cancelAnimationFrame(frame)
      stopCamera()
      this.#layoutListeners.delete(later)
    }
  }

  readonly tellLayout = (): void => {
    for (const listener of this.#layoutListeners) listener()
  }

  isLoose(canvasId: CanvasId | null, fieldId: FieldId): boolean {
    return this.loose.get().has(`${canvasId}/${fieldId}`)
  }

  setLoose(canvasId: CanvasId | null, fieldId: FieldId, isLoose: boolean): void {
    const loose = new Set(this.loose.get())
    if (isLoose) loose.add(`${canvasId}/${fieldId}`)
    else loose.delete(`${canvasId}/${fieldId}`)
    this.loose.set(loose)
  }

  showFreeArea(): void {
    this.camera.lookAt({ x: this.freeOrigin().x - 16, y: 0 })
  }

  isFreeAreaShown(): boolean {
    const { x, zoom } = this.camera.current
    return x + this.camera.viewport.width / zoom > this.freeOrigin().x + 160
  }
}
