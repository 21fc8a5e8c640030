import { expect, test } from 'vitest'
import { WorkTurns } from './WorkTurns.ts'

const turnOfLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('each piece of work has a turn of the loop of its own, in the order of asking', async () => {
  const turns = new WorkTurns()
  const done: string[] = []
  turns.take(() => {
    done.push('first')
    turns.take(() => done.push('asked for in a turn'))
  })
  turns.take(() => done.push('second'))
  expect(done).toEqual([])
  const seen: number[] = []
  while (done.length < 3) {
    await turnOfLoop()
    seen.push(done.length)
  }
  expect(done).toEqual(['first', 'second', 'asked for in a turn'])
  expect(seen).toEqual([1, 2, 3])
})

test('work that throws takes the turn of nobody else', async () => {
  const turns = new WorkTurns()
  const thrown: unknown[] = []
  const catchThrown = (error: unknown): void => void thrown.push(error)
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', catchThrown)
  try {
    let isDone = false
    turns.take(() => {
      throw new Error('broken')
    })
    turns.take(() => (isDone = true))
    while (!isDone) await turnOfLoop()
    expect(thrown).toEqual([new Error('broken')])
  } finally {
    process.off('uncaughtException', catchThrown)
    for (const listener of others) process.on('uncaughtException', listener)
  }
})
