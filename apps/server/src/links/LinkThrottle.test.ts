import { newId } from '@tafelrunde/schema/plain'
import { expect, test } from 'vitest'
import type { LinkId } from './LinkStore.ts'
import { LinkThrottle } from './LinkThrottle.ts'

function taken(throttle: LinkThrottle, linkId: LinkId, wishes: number): number {
  let count = 0
  for (let wish = 0; wish < wishes; wish += 1) {
    try {
      throttle.take(linkId)
      count += 1
    } catch (error) {
      expect(error).toMatchObject({ code: 'request.tooMany' })
    }
  }
  return count
}

test('a whole workshop joins in the same second, a script is slowed to three seats a second', () => {
  let now = 0
  const throttle = new LinkThrottle(() => now)
  const [link, other] = [newId<LinkId>(), newId<LinkId>()]
  expect(taken(throttle, link, 500)).toBe(150)
  now += 10_000
  expect(taken(throttle, link, 500)).toBe(30)
  expect(taken(throttle, other, 500)).toBe(150)
  now += 1_000_000
  expect(taken(throttle, link, 500)).toBe(150)
})

test('remembers as many links as are used, and looks at each of them once', () => {
  let now = 0
  const throttle = new LinkThrottle(() => now)
  const startedAt = performance.now()
  for (let link = 0; link < 30_000; link += 1) {
    now += 1.2
    throttle.take(`l${link}` as LinkId)
    now += 1.2
  }
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})
