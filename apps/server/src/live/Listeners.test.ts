import { expect, test } from 'vitest'
import { Listeners } from './Listeners.ts'

test('everybody is told until they stop listening', () => {
  const listeners = new Listeners<[number]>()
  const heard: string[] = []
  const stop = listeners.add((news) => heard.push(`a${news}`))
  listeners.add((news) => heard.push(`b${news}`))
  listeners.tell(1)
  stop()
  listeners.tell(2)
  expect(heard).toEqual(['a1', 'b1', 'b2'])
})

test('a listener that throws keeps nobody else from being told, and is reported', async () => {
  const listeners = new Listeners<[]>()
  const heard: string[] = []
  const reported = new Promise<unknown>((resolve) => {
    const former = process.rawListeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.once('uncaughtException', (cause) => {
      for (const listener of former) process.on('uncaughtException', listener as NodeJS.UncaughtExceptionListener)
      resolve(cause)
    })
  })
  listeners.add(() => {
    throw new Error('a bug')
  })
  listeners.add(() => heard.push('told'))
  listeners.tell()
  expect(heard).toEqual(['told'])
  expect(await reported).toMatchObject({ message: 'a bug' })
})
