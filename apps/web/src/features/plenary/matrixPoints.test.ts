import { expect, test } from 'vitest'
import { stepFrom } from './matrixPoints.ts'

test('arrows move one step, up is more impact, right is more effort, and nobody leaves the scale', () => {
  expect(stepFrom({ effort: 2, impact: 2 }, 'ArrowUp')).toEqual({ effort: 2, impact: 3 })
  expect(stepFrom({ effort: 2, impact: 2 }, 'ArrowRight')).toEqual({ effort: 3, impact: 2 })
  expect(stepFrom({ effort: 1, impact: 5 }, 'ArrowLeft')).toEqual({ effort: 1, impact: 5 })
  expect(stepFrom({ effort: 1, impact: 1 }, 'ArrowDown')).toEqual({ effort: 1, impact: 1 })
  expect(stepFrom(null, 'ArrowUp')).toEqual({ effort: 3, impact: 4 })
  expect(stepFrom(null, 'a')).toBeNull()
})
