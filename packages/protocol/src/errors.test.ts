import { describe, expect, it } from 'vitest'
import { AppError, ERRORS, isErrorCode } from './errors.ts'

describe('the error table', () => {
  it('names every code subject.problem, but the unexpected one', () => {
    for (const code of Object.keys(ERRORS)) expect(code).toMatch(/^(internal|[a-z]+\.[a-z][A-Za-z]*)$/)
  })

  it('maps every code to an HTTP error and a private WebSocket close code', () => {
    for (const { http, close } of Object.values(ERRORS)) {
      expect(http).toBeGreaterThanOrEqual(400)
      expect(http).toBeLessThan(600)
      expect(close).toBeGreaterThanOrEqual(4000)
      expect(close).toBeLessThan(5000)
    }
  })

  it('does not take inherited names for codes', () => {
    expect(isErrorCode('toString')).toBe(false)
    expect(isErrorCode('__proto__')).toBe(false)
    expect(isErrorCode('board.frozen')).toBe(true)
  })

  it('keeps the cause of a failure', () => {
    const cause = new Error('disk')
    expect(new AppError('storage.unavailable', 'commit failed', { cause }).cause).toBe(cause)
  })
})
