import { newId } from '@tafelrunde/schema/plain'
import { expect, it } from 'vitest'
import { commandKey } from './commandKey.ts'

const [groupId, stepId] = [newId<string>(), newId<string>()]

it('takes two ways to leave a step for the same people for one, and tells groups and steps apart', () => {
  const next = { type: 'step.next', expectedStepId: stepId } as const
  expect(commandKey(next)).toBe(commandKey({ type: 'step.start', stepId: groupId, expectedStepId: stepId }))
  expect(commandKey(next)).not.toBe(commandKey({ ...next, groupId }))
  expect(commandKey(next)).not.toBe(commandKey({ ...next, expectedStepId: newId<string>() }))
})

it('lets different messages and minutes go out side by side', () => {
  expect(commandKey({ type: 'nudge', groupId, text: 'a' })).not.toBe(commandKey({ type: 'nudge', groupId, text: 'b' }))
  expect(commandKey({ type: 'time.add', minutes: 3 })).toBe(commandKey({ type: 'time.add', minutes: 3 }))
})
