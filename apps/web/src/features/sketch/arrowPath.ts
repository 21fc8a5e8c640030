export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** One end of an arrow as drawn: a note's rectangle, or a bare point (a rectangle of no size). */
export interface ArrowLine {
  readonly start: Point
  readonly end: Point
  /** SVG path of the shaft: a gentle curve, so that arrows between the same rows do not lie on one another. */
  readonly path: string
  readonly middle: Point
}

/** Gap between a note's edge and the arrow, in world px: the tip must not touch the paper. */
const GAP = 6

export function centreOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

/** Where the line from the rectangle's centre towards `towards` leaves the rectangle, widened by `gap`. */
export function edgePoint(rect: Rect, towards: Point, gap = GAP): Point {
  const centre = centreOf(rect)
  const dx = towards.x - centre.x
  const dy = towards.y - centre.y
  if (dx === 0 && dy === 0) return centre
  if (rect.width === 0 && rect.height === 0) return centre
  const scaleX = dx === 0 ? Infinity : (rect.width / 2 + gap) / Math.abs(dx)
  const scaleY = dy === 0 ? Infinity : (rect.height / 2 + gap) / Math.abs(dy)
  const scale = Math.min(scaleX, scaleY)
  return { x: centre.x + dx * scale, y: centre.y + dy * scale }
}

/** The drawn line between two ends; null when they overlap, so that no arrow points into itself. */
export function arrowPath(from: Rect, to: Rect): ArrowLine | null {
  const start = edgePoint(from, centreOf(to))
  const end = edgePoint(to, centreOf(from))
  const forward =
    (end.x - start.x) * (centreOf(to).x - centreOf(from).x) + (end.y - start.y) * (centreOf(to).y - centreOf(from).y)
  const length = Math.hypot(end.x - start.x, end.y - start.y)
  if (forward <= 0 || length < 8) return null
  const bend = Math.min(24, length * 0.12)
  const normal = { x: -(end.y - start.y) / length, y: (end.x - start.x) / length }
  const control = { x: (start.x + end.x) / 2 + normal.x * bend, y: (start.y + end.y) / 2 + normal.y * bend }
  const middle = { x: (start.x + end.x + 2 * control.x) / 4, y: (start.y + end.y + 2 * control.y) / 4 }
  const path = `M${round(start.x)} ${round(start.y)}Q${round(control.x)} ${round(control.y)} ${round(end.x)} ${round(end.y)}`
  return { start, end, path, middle }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
