import { expect, it } from 'vitest'
import { dayInProgress } from './dayInProgress.ts'

it('begins a hundred minutes ago and lasts four hours, so that 22 of the 45 minutes of breakout 1 are over', () => {
  const { startsAt, endsAt } = dayInProgress(Date.UTC(2022, 2, 3, 9, 40))
  expect(startsAt).toBe('2022-03-03T08:00:00.000Z')
  expect(endsAt).toBe('2022-03-03T12:00:00.000Z')
})
