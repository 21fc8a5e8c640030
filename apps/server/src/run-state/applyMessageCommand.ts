import type { RunCommand } from '@tafelrunde/protocol'
import { newId, normaliseText, type Group, type GroupId, type RunState } from '@tafelrunde/schema/plain'
import { groupOf } from './groupOf.ts'

type MessageCommand = Extract<
  RunCommand,
  {
    type:
      | 'announce'
      | 'announcement.clear'
      | 'nudge'
      | 'nudge.clear'
      | 'help.clear'
      | 'gather'
      | 'gather.own'
      | 'gather.end'
  }
>

/** The run state after moderators have said something to all, some or one group. @throws AppError `group.unknown` */
export function applyMessageCommand(run: RunState, command: MessageCommand, now: number): RunState {
  switch (command.type) {
    case 'announce': {
      for (const groupId of command.groupIds ?? []) groupOf(run, groupId)
      const groupIds = (command.groupIds as GroupId[] | undefined) ?? null
      return { ...run, announcement: { id: newId(), text: normaliseText(command.text), groupIds, at: now } }
    }
    case 'announcement.clear':
      return { ...run, announcement: null }
    case 'nudge': {
      const { id } = groupOf(run, command.groupId)
      const nudge = { id: newId<string>(), text: normaliseText(command.text), groupIds: [id], at: now }
      return { ...run, nudges: { ...run.nudges, [id]: nudge } }
    }
    case 'nudge.clear': {
      const { [command.groupId as GroupId]: cleared, ...nudges } = run.nudges
      return cleared ? { ...run, nudges } : run
    }
    case 'help.clear':
      return helpSeenTo(run, groupOf(run, command.groupId), command.calledAt)
    case 'gather': {
      const groupId = command.groupId === undefined ? null : groupOf(run, command.groupId).id
      return { ...run, gathering: { id: newId(), groupId, isToOwnGroup: false, at: now } }
    }
    case 'gather.own':
      return { ...run, gathering: { id: newId(), groupId: null, isToOwnGroup: true, at: now } }
    case 'gather.end':
      return { ...run, gathering: null }
  }
}

/** The group may have called again while somebody was on the way because of the call before. */
function helpSeenTo(run: RunState, { id }: Group, calledAt: number | undefined): RunState {
  const own = run.signals[id]
  if (calledAt !== undefined && own?.helpAt !== calledAt) return run
  return own ? { ...run, signals: { ...run.signals, [id]: { ...own, helpAt: null } } } : run
}
