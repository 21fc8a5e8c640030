import { expect, it } from 'vitest'
import { until } from './until.ts'

it('resolves with the first value that is there', async () => {
  let looks = 0
  expect(await until(() => ((looks += 1) < 20 ? null : looks))).toBe(20)
})

it('says what it waited for and keeps the last error', async () => {
  const failing = until(
    () => {
      throw new Error('not yet')
    },
    { what: 'the moon', timeoutMs: 20 },
  )
  await expect(failing).rejects.toThrow('waited 20 ms in vain for the moon')
  await expect(failing).rejects.toHaveProperty('cause.message', 'not yet')
})
