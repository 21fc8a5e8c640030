import { newId, type WorkshopId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import { RecoveryBrake } from './RecoveryBrake.ts'

function aBrake() {
  let now = 0
  const waits: number[] = []
  const held: (() => void)[] = []
  const brake = new RecoveryBrake({
    now: () => now,
    wait: (ms) => {
      waits.push(ms)
      return new Promise((resolve) => held.push(resolve))
    },
  })
  return {
    brake,
    waits,
    release: () => held.splice(0).forEach((resolve) => resolve()),
    pass: (ms: number) => (now += ms),
  }
}

test('a few wrong codes cost nothing, many cost more and more, never longer than three seconds', async () => {
  const { brake, waits, release } = aBrake()
  const workshopId = newId<WorkshopId>()
  for (let failure = 0; failure < 40; failure += 1) {
    const told = brake.failed(workshopId)
    release()
    await told
  }
  expect(waits.slice(0, 3)).toEqual([250, 500, 750])
  expect(Math.max(...waits)).toBe(3000)
})

test('more failures than may wait at once are told so; another workshop notices nothing', async () => {
  const { brake, release } = aBrake()
  const [workshopId, otherId] = [newId<WorkshopId>(), newId<WorkshopId>()]
  const attempts = Array.from({ length: 40 }, () =>
    brake.failed(workshopId).then(
      () => 'told',
      (error) => error.code,
    ),
  )
  await brake.failed(otherId)
  release()
  const outcomes = await Promise.all(attempts)
  expect(outcomes.filter((outcome) => outcome === 'told')).toHaveLength(25)
  expect(outcomes.filter((outcome) => outcome === 'recovery.slowedDown')).toHaveLength(15)
})

test('after a quiet minute it is as in the beginning', async () => {
  const { brake, waits, release, pass } = aBrake()
  const workshopId = newId<WorkshopId>()
  for (let failure = 0; failure < 10; failure += 1) {
    const told = brake.failed(workshopId)
    release()
    await told
  }
  const before = waits.length
  pass(61_000)
  await brake.failed(workshopId)
  expect(waits).toHaveLength(before)
})

test('a script that names ever new workshops makes nobody wait, and is forgotten', async () => {
  const { brake, pass } = aBrake()
  const startedAt = performance.now()
  for (let guess = 0; guess < 30_000; guess += 1) await brake.failed(`w${guess}` as WorkshopId)
  pass(61_000)
  await brake.failed(newId<WorkshopId>())
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})
