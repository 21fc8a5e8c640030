/** Where the viewer looks: `x`, `y` are the world point at the viewport's top left corner, in world px. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point, Size {}

/** Below this a note's text is unreadable even on a 4K beamer; above the other, one note fills the screen. */
export const ZOOM_RANGE = { min: 0.1, max: 3 } as const

export const HOME: Camera = { x: 0, y: 0, zoom: 1 }

export function worldPointAt(camera: Camera, screen: Point): Point {
  return { x: camera.x + screen.x / camera.zoom, y: camera.y + screen.y / camera.zoom }
}

export function screenPointOf(camera: Camera, world: Point): Point {
  return { x: (world.x - camera.x) * camera.zoom, y: (world.y - camera.y) * camera.zoom }
}

export function panBy(camera: Camera, screenDelta: Point): Camera {
  return { ...camera, x: camera.x + screenDelta.x / camera.zoom, y: camera.y + screenDelta.y / camera.zoom }
}

/** Zoom so that the world point under `anchor` (screen px) stays where it is. */
export function zoomAt(camera: Camera, anchor: Point, zoom: number): Camera {
  const next = clamp(zoom, ZOOM_RANGE.min, ZOOM_RANGE.max)
  const world = worldPointAt(camera, anchor)
  return { x: world.x - anchor.x / next, y: world.y - anchor.y / next, zoom: next }
}

/** The next step of the + and − keys; the ladder contains 100 % so that one always finds back. */
export function steppedZoom(zoom: number, direction: 1 | -1): number {
  const ladder = [0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3]
  const candidates =
    direction === 1 ? ladder.filter((rung) => rung > zoom + 0.001) : ladder.filter((rung) => rung < zoom - 0.001)
  return (direction === 1 ? candidates[0] : candidates.at(-1)) ?? zoom
}

/** Show the whole box, never larger than 100 %. */
export function fitBox(box: Box, viewport: Size, margin = 24): Camera {
  const room = { width: Math.max(1, viewport.width - 2 * margin), height: Math.max(1, viewport.height - 2 * margin) }
  const wanted = Math.min(room.width / Math.max(1, box.width), room.height / Math.max(1, box.height), 1)
  const zoom = clamp(wanted, ZOOM_RANGE.min, ZOOM_RANGE.max)
  return {
    x: box.x + box.width / 2 - viewport.width / zoom / 2,
    y: box.y + box.height / 2 - viewport.height / zoom / 2,
    zoom,
  }
}

/** Keep a strip of the content in view, so that nobody gets lost in empty paper. */
export function keepInReach(camera: Camera, content: Box, viewport: Size, strip = 120): Camera {
  const view = { width: viewport.width / camera.zoom, height: viewport.height / camera.zoom }
  const reach = strip / camera.zoom
  return {
    x: clamp(camera.x, content.x - view.width + reach, content.x + content.width - reach),
    y: clamp(camera.y, content.y - view.height + reach, content.y + content.height - reach),
    zoom: camera.zoom,
  }
}

/** Move as little as possible so that the box is in view; for keyboard focus and jumps. */
export function revealBox(camera: Camera, box: Box, viewport: Size, margin = 16): Camera {
  const view = { width: viewport.width / camera.zoom, height: viewport.height / camera.zoom }
  const pad = margin / camera.zoom
  return {
    ...camera,
    x: shift(camera.x, view.width, box.x, box.width, pad),
    y: shift(camera.y, view.height, box.y, box.height, pad),
  }
}

function shift(from: number, length: number, start: number, size: number, pad: number): number {
  if (start - pad < from) return start - pad
  if (start + size + pad > from + length) return Math.min(start - pad, start + size + pad - length)
  return from
}

/** The smallest box around all boxes; null for none. */
export function unionOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map((box) => box.x))
  const top = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, Math.min(min, max)), Math.max(min, max))
}
