import { expect, it } from 'vitest'
import { VirtualClock } from './VirtualClock.ts'

it('lets appointments happen in the order of their time, and of their making where that is the same', async () => {
  const clock = new VirtualClock(0)
  const happened: string[] = []
  for (const [name, ms] of [
    ['c', 30],
    ['a', 10],
    ['d', 30],
    ['b', 20],
    ['now', 0],
  ] as const) {
    clock.after(ms, () => happened.push(`${name} ${clock.now}`))
  }
  const cancel = clock.after(15, () => happened.push('never'))
  cancel()
  await clock.run(29)
  expect(happened).toEqual(['now 0', 'a 10', 'b 20'])
  expect(clock.now).toBe(29)
  await clock.run(1)
  expect(happened.slice(3)).toEqual(['c 30', 'd 30'])
})

it('keeps the order of a thousand appointments that are made while others happen', async () => {
  const clock = new VirtualClock(0)
  const times: number[] = []
  for (let number = 0; number < 1_000; number += 1) {
    clock.after((number * 7_919) % 997, () => {
      times.push(clock.now)
      if (number % 3 === 0) clock.after((number * 31) % 101, () => times.push(clock.now))
    })
  }
  while (await clock.step()) continue
  expect(times).toHaveLength(1_334)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
})

it('lets promises go on between two appointments', async () => {
  const clock = new VirtualClock(0)
  const happened: string[] = []
  clock.after(1, () => {
    void Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => happened.push('promise'))
  })
  clock.after(1, () => happened.push('next'))
  await clock.run(1)
  expect(happened).toEqual(['promise', 'next'])
})

it('stands in for timers and times until it is taken out again', async () => {
  const clock = new VirtualClock(5_000)
  const before = { setTimeout, now: Date.now }
  const uninstall = clock.install()
  const happened: string[] = []
  try {
    setTimeout((word: string) => happened.push(`${word} ${Date.now()}`), 60_000, 'late').unref()
    const interval = setInterval(() => happened.push(`beat ${performance.now()}`), 25_000)
    clearTimeout(setTimeout(() => happened.push('never'), 1))
    await clock.run(60_000)
    clearInterval(interval)
    await clock.run(60_000)
  } finally {
    uninstall()
  }
  expect(happened).toEqual(['beat 25000', 'beat 50000', 'late 65000'])
  expect(setTimeout).toBe(before.setTimeout)
  expect(Date.now).toBe(before.now)
})

it('waits for a condition no longer than it is told', async () => {
  const clock = new VirtualClock(0)
  let isDone = false
  clock.after(40, () => (isDone = true))
  expect(await clock.runUntil(() => isDone, 39)).toBe(false)
  expect(await clock.runUntil(() => isDone, 39)).toBe(true)
  expect(clock.now).toBe(40)
})
