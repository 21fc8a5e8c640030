import { describe, expect, it } from 'vitest'
import { localTimeOf, pointInTime } from './zonedTime.ts'

describe('pointInTime', () => {
  it.each([
    ['2022-03-03', '09:00', 'Europe/Berlin', '2022-03-03T08:00:00Z'],
    ['2022-06-08', '09:00', 'Europe/Berlin', '2022-06-08T07:00:00Z'],
    ['2022-06-08', '23:30', 'America/New_York', '2022-06-09T03:30:00Z'],
    ['2022-10-30', '12:00', 'Europe/Berlin', '2022-10-30T11:00:00Z'],
  ])('%s %s in %s', (date, time, timeZone, expected) => {
    const at = pointInTime({ date, time }, timeZone)!
    expect(new Date(at).toISOString()).toBe(new Date(expected).toISOString())
    expect(localTimeOf(at, timeZone)).toEqual({ date, time })
  })

  it('is null while day or time is missing', () => {
    expect(pointInTime({ date: '', time: '09:00' }, 'Europe/Berlin')).toBeNull()
    expect(pointInTime({ date: '2022-03-03', time: '' }, 'Europe/Berlin')).toBeNull()
  })
})
