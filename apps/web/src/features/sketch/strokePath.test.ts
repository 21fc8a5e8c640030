import { describe, expect, test } from 'vitest'
import { isStrokeHit, simplifyStroke, strokePath } from './strokePath.ts'

describe('strokes', () => {
  test('a straight line drawn with many points is kept as its two ends', () => {
    const line = Array.from({ length: 200 }, (_, index) => [index, index * 2]).flat()
    expect(simplifyStroke(line)).toEqual([0, 0, 199, 398])
  })

  test('a corner survives the simplification', () => {
    expect(simplifyStroke([0, 0, 50, 0, 100, 0, 100, 50, 100, 100])).toEqual([0, 0, 100, 0, 100, 100])
  })

  test('a single tap is a dot, not nothing', () => {
    expect(strokePath([10, 20])).toContain('M10 20')
  })

  test('the eraser hits a stroke that it crosses between two points', () => {
    expect(isStrokeHit([0, 0, 100, 0], { from: { x: 50, y: -40 }, to: { x: 50, y: 40 } }, 4)).toBe(true)
    expect(isStrokeHit([0, 0, 100, 0], { from: { x: 50, y: 20 }, to: { x: 50, y: 40 } }, 4)).toBe(false)
  })
})
