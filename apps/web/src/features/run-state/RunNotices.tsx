import type { Group, RunState } from '@tafelrunde/schema'
import type { BoardSession } from '../../sync/BoardSession.ts'
import { AnnouncementBanner } from './AnnouncementBanner.tsx'
import { SoftEndNotice } from './SoftEndNotice.tsx'

export interface RunNoticesProps {
  readonly session: BoardSession
  readonly run: RunState
  readonly group: Group
  readonly now: () => number
}

/** What the course of the workshop has to say on a board: messages of the moderators, and that writing is about to end. */
export function RunNotices(props: RunNoticesProps) {
  return (
    <>
      <AnnouncementBanner run={props.run} groupId={props.group.id} />
      <SoftEndNotice {...props} />
    </>
  )
}
