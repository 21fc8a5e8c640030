import { stepRunOf, type Announcement, type GroupId, type RunState } from '@tafelrunde/schema/plain'

/** What moderators said to this group and still counts: a nudge belongs to the step in which it was sent. */
export function standingNudge(run: RunState, groupId: GroupId): Announcement | null {
  const nudge = run.nudges[groupId]
  if (!nudge || nudge.text === '') return null
  return nudge.at >= (stepRunOf(run, groupId)?.startedAt ?? 0) ? nudge : null
}
