import { expect, it } from 'vitest'
import { BodyRoom } from './BodyRoom.ts'

it('[T13] lets the body that has been read for longest give way when there is no room', () => {
  const room = new BodyRoom(100)
  const [slow, other, quick] = [room.enter(), room.enter(), room.enter()]
  slow.add(40)
  other.add(40)
  quick.add(20)
  expect(slow.signal.aborted).toBe(false)
  quick.add(10)
  expect([slow, other, quick].map(({ signal }) => signal.aborted)).toEqual([true, false, false])
  slow.add(1_000)
  slow.leave()
  other.add(30)
  expect(other.signal.aborted).toBe(false)
  other.leave()
  quick.add(70)
  expect(quick.signal.aborted).toBe(false)
  quick.leave()
})
