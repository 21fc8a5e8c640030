import { describe, expect, test } from 'vitest'
import { nearestInDirection, type NamedRect } from './nearestInDirection.ts'

const cell = (name: string, column: number, row: number): NamedRect<string> => ({
  name,
  x: column * 110,
  y: row * 90,
  width: 100,
  height: 80,
})
const grid = [cell('a', 0, 0), cell('b', 1, 0), cell('c', 2, 0), cell('d', 0, 1), cell('e', 1, 1), cell('f', 2, 1)]
const from = (name: string) => grid.find((rect) => rect.name === name) as NamedRect<string>

describe('nearestInDirection', () => {
  test('stays in its row and column where there is one', () => {
    expect(nearestInDirection(grid, from('a'), 'right')).toBe('b')
    expect(nearestInDirection(grid, from('b'), 'down')).toBe('e')
    expect(nearestInDirection(grid, from('f'), 'left')).toBe('e')
  })

  test('ends at the rim', () => {
    expect(nearestInDirection(grid, from('c'), 'right')).toBeNull()
    expect(nearestInDirection(grid, from('a'), 'up')).toBeNull()
  })

  test('finds a wide foot from any column and a scattered note aslant', () => {
    const foot = { name: 'foot', x: 0, y: 190, width: 320, height: 40 }
    expect(nearestInDirection([...grid, foot], from('f'), 'down')).toBe('foot')
    expect(nearestInDirection([...grid, cell('far', 4, 3)], from('f'), 'right')).toBe('far')
  })
})
