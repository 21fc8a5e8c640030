import type { RunCommand } from '@tafelrunde/protocol'

/**
 * What must not be asked twice while the first answer is under way: a step for the same people, whichever way it goes;
 * otherwise the very same command.
 */
export function commandKey(command: RunCommand): string {
  if (!command.type.startsWith('step.')) return JSON.stringify(command)
  return `step/${'groupId' in command ? (command.groupId ?? '') : ''}`
}
