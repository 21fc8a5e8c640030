import { describe, expect, test } from 'vitest'
import {
  HOME,
  fitBox,
  keepInReach,
  panBy,
  revealBox,
  screenPointOf,
  steppedZoom,
  unionOf,
  worldPointAt,
  zoomAt,
} from './camera.ts'

const viewport = { width: 1000, height: 600 }

describe('camera', () => {
  test('zooming keeps the point under the pointer where it is', () => {
    const anchor = { x: 320, y: 140 }
    const before = { x: 50, y: -20, zoom: 0.8 }
    const after = zoomAt(before, anchor, 2)
    const world = worldPointAt(before, anchor)
    expect(screenPointOf(after, world).x).toBeCloseTo(anchor.x)
    expect(screenPointOf(after, world).y).toBeCloseTo(anchor.y)
  })

  test('zoom stays within its range', () => {
    expect(zoomAt(HOME, { x: 0, y: 0 }, 99).zoom).toBe(3)
    expect(zoomAt(HOME, { x: 0, y: 0 }, 0.0001).zoom).toBe(0.1)
  })

  test('the ladder of the keys leads through 100 % in both directions', () => {
    expect(steppedZoom(0.83, 1)).toBe(1)
    expect(steppedZoom(1.1, -1)).toBe(1)
    expect(steppedZoom(3, 1)).toBe(3)
    expect(steppedZoom(0.1, -1)).toBe(0.1)
  })

  test('a pan of the screen moves the world by more when zoomed out', () => {
    expect(panBy({ ...HOME, zoom: 0.5 }, { x: 10, y: 0 }).x).toBe(20)
  })

  test('fitting shows the whole box and never enlarges', () => {
    const camera = fitBox({ x: -100, y: 0, width: 4000, height: 600 }, viewport)
    expect(screenPointOf(camera, { x: -100, y: 0 }).x).toBeGreaterThanOrEqual(0)
    expect(screenPointOf(camera, { x: 3900, y: 600 }).x).toBeLessThanOrEqual(viewport.width)
    expect(fitBox({ x: 0, y: 0, width: 10, height: 10 }, viewport).zoom).toBe(1)
  })

  test('content cannot be pushed out of reach', () => {
    const content = { x: 0, y: 0, width: 1000, height: 600 }
    const lost = keepInReach({ x: 90_000, y: 0, zoom: 1 }, content, viewport)
    expect(screenPointOf(lost, { x: 1000, y: 0 }).x).toBe(120)
  })

  test('revealing moves only as far as needed', () => {
    expect(revealBox(HOME, { x: 10, y: 20, width: 100, height: 40 }, viewport, 0)).toEqual(HOME)
    expect(revealBox(HOME, { x: 1200, y: 0, width: 100, height: 40 }, viewport, 0).x).toBe(300)
    expect(revealBox(HOME, { x: -80, y: 0, width: 100, height: 40 }, viewport, 0).x).toBe(-80)
  })

  test('the union of no boxes is nothing', () => {
    expect(unionOf([])).toBeNull()
    expect(
      unionOf([
        { x: 0, y: 0, width: 1, height: 1 },
        { x: 5, y: -5, width: 1, height: 1 },
      ]),
    ).toEqual({ x: 0, y: -5, width: 6, height: 6 })
  })
})
