import { isModerating } from '@tafelrunde/protocol'
import type { Group, RunState } from '@tafelrunde/schema/plain'
import type { StoredSeat } from '../../api/seats.ts'
import { ModeratorMenu } from './ModeratorMenu.tsx'
import { SignalButtons } from './SignalButtons.tsx'
import './signals.css'

export interface SignalBarProps {
  readonly run: RunState
  readonly group: Group
  readonly seat: StoredSeat
  readonly isLookingOn: boolean
  readonly serverNow: () => number
  readonly onSpotlight: () => void
}

/** Beside the step: what members tell the moderators, or what moderators do from here. Nothing for mere visitors. */
export function SignalBar({ run, group, seat, serverNow, ...rest }: SignalBarProps) {
  if (isModerating(seat.role))
    return <ModeratorMenu run={run} group={group} seat={seat} serverNow={serverNow} {...rest} />
  const own = run.groups.find(({ id }) => id === seat.groupId)
  const isSpeaking = seat.role === 'participant' || seat.role === 'scribe'
  // On the common board, too, a group has questions and is done.
  if (!isSpeaking || !own || run.closedAt !== null || (group.id !== own.id && group.kind !== 'common')) return null
  return <SignalButtons run={run} group={own} seat={seat} serverNow={serverNow} />
}
