import { describe, expect, test } from 'vitest'
import { arrowPath, edgePoint } from './arrowPath.ts'

const left = { x: 0, y: 0, width: 100, height: 60 }
const right = { x: 300, y: 0, width: 100, height: 60 }

describe('arrowPath', () => {
  test('an arrow starts and ends beside the notes, not inside them', () => {
    const line = arrowPath(left, right)
    expect(line?.start.x).toBe(106)
    expect(line?.end.x).toBe(294)
  })

  test('an arrow to a note above leaves through the top edge', () => {
    expect(edgePoint(left, { x: 50, y: -200 }, 0)).toEqual({ x: 50, y: 0 })
  })

  test('overlapping notes get no arrow', () => {
    expect(arrowPath(left, { x: 40, y: 10, width: 100, height: 60 })).toBeNull()
  })

  test('a bare point is reached exactly', () => {
    const line = arrowPath(left, { x: 400, y: 30, width: 0, height: 0 })
    expect(line?.end).toEqual({ x: 400, y: 30 })
  })
})
