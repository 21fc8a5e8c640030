import type { RunCommand } from '@tafelrunde/protocol'

/**
 * What must not be asked twice while the first answer is under way: to leave the same step for the same people, whichever
 * way it goes; otherwise the very same command. The stream may bring the new step before the answer: going on from there
 * is another wish.
 */
export function commandKey(command: RunCommand): string {
  if (!command.type.startsWith('step.')) return JSON.stringify(command)
  const groupId = 'groupId' in command ? command.groupId : undefined
  const from = 'expectedStepId' in command ? command.expectedStepId : undefined
  return JSON.stringify(['step', groupId, from])
}
