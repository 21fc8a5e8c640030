import { newId } from '@tafelrunde/schema/plain'
import { expect, it } from 'vitest'
import { commandKey } from './commandKey.ts'

const [groupId, stepId] = [newId<string>(), newId<string>()]

it('takes two steps for the same people for one, whichever way they go, and tells groups apart', () => {
  expect(commandKey({ type: 'step.next', expectedStepId: stepId })).toBe(commandKey({ type: 'step.start', stepId }))
  expect(commandKey({ type: 'step.next' })).not.toBe(commandKey({ type: 'step.next', groupId }))
})

it('lets different messages and minutes go out side by side', () => {
  expect(commandKey({ type: 'nudge', groupId, text: 'a' })).not.toBe(commandKey({ type: 'nudge', groupId, text: 'b' }))
  expect(commandKey({ type: 'time.add', minutes: 3 })).toBe(commandKey({ type: 'time.add', minutes: 3 }))
})
