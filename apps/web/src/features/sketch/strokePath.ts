/** Stroke points as in the document: x0, y0, x1, y1 … in px of the free area. */
export type StrokePoints = readonly number[]

/** Perpendicular distance under which a point adds nothing that one could see at 300 %. */
const TOLERANCE = 0.8

/** Ramer–Douglas–Peucker: fewer points for the same line, so that a stroke stays far below the update limit. */
export function simplifyStroke(points: StrokePoints, tolerance = TOLERANCE): number[] {
  const count = points.length / 2
  if (count <= 2) return points.map(round)
  const keep = new Uint8Array(count)
  keep[0] = 1
  keep[count - 1] = 1
  const open: [number, number][] = [[0, count - 1]]
  while (open.length > 0) {
    const [first, last] = open.pop() as [number, number]
    let farthest = -1
    let distance = tolerance
    for (let index = first + 1; index < last; index++) {
      const away = distanceToSegment(at(points, index), at(points, first), at(points, last))
      if (away > distance) {
        farthest = index
        distance = away
      }
    }
    if (farthest === -1) continue
    keep[farthest] = 1
    open.push([first, farthest], [farthest, last])
  }
  const simplified: number[] = []
  for (let index = 0; index < count; index++) {
    if (keep[index] === 1) simplified.push(round(at(points, index).x), round(at(points, index).y))
  }
  return simplified
}

/** SVG path through the points, smoothed by quadratic curves between the midpoints. */
export function strokePath(points: StrokePoints): string {
  const count = points.length / 2
  if (count === 0) return ''
  const first = at(points, 0)
  if (count === 1) return `M${first.x} ${first.y}l0.01 0`
  let path = `M${first.x} ${first.y}`
  for (let index = 1; index < count - 1; index++) {
    const point = at(points, index)
    const next = at(points, index + 1)
    path += `Q${point.x} ${point.y} ${round((point.x + next.x) / 2)} ${round((point.y + next.y) / 2)}`
  }
  const last = at(points, count - 1)
  return `${path}L${last.x} ${last.y}`
}

/** Whether the eraser's segment touches the stroke within `reach` px. */
export function isStrokeHit(points: StrokePoints, eraser: { from: XY; to: XY }, reach: number): boolean {
  const count = points.length / 2
  if (count === 1) return distanceToSegment(at(points, 0), eraser.from, eraser.to) <= reach
  for (let index = 0; index < count - 1; index++) {
    if (segmentsAreNear(at(points, index), at(points, index + 1), eraser, reach)) return true
  }
  return false
}

interface XY {
  readonly x: number
  readonly y: number
}

function segmentsAreNear(a: XY, b: XY, eraser: { from: XY; to: XY }, reach: number): boolean {
  if (doCross(a, b, eraser.from, eraser.to)) return true
  return (
    distanceToSegment(eraser.from, a, b) <= reach ||
    distanceToSegment(eraser.to, a, b) <= reach ||
    distanceToSegment(a, eraser.from, eraser.to) <= reach ||
    distanceToSegment(b, eraser.from, eraser.to) <= reach
  )
}

function doCross(a: XY, b: XY, c: XY, d: XY): boolean {
  const side = (p: XY, q: XY, r: XY) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

export function distanceToSegment(point: XY, a: XY, b: XY): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared))
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy)
}

function at(points: StrokePoints, index: number): XY {
  return { x: points[index * 2] ?? 0, y: points[index * 2 + 1] ?? 0 }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
