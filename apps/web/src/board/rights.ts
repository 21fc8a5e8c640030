import { isModerating, refuseWrite, type ErrorCode, type Role } from '@tafelrunde/protocol'
import { stepRootsOf, type BoardRoot, type CanvasId, type Group, type GroupId, type RunState } from '@tafelrunde/schema'

/** What this seat may do on this board now; `closed` says why not. The server decides again for every edit. */
export interface Rights {
  readonly isModerating: boolean
  readonly closed: Readonly<Record<'items' | 'canvases' | 'recommendations' | 'sketch' | 'reactions', ErrorCode | null>>
  isCanvasLocked(canvasId: CanvasId | null): boolean
}

export interface RightsQuestion {
  readonly run: RunState
  readonly group: Group
  readonly role: Role
  /** The seat's own group. */
  readonly ownGroupId: GroupId | null
  /** The moderators let the seat read only. */
  readonly isMuted: boolean
  /** Set while the sync session may not write: the board was closed under us. */
  readonly refusal: ErrorCode | null
}

export function rightsOf(question: RightsQuestion): Rights {
  const { run, group, role } = question
  const locked = new Set(group.lockedCanvasIds)
  const closedRoot = (root: BoardRoot): ErrorCode | null =>
    question.refusal ??
    refuseWrite({
      role,
      root,
      isMember: group.kind === 'common' || group.id === question.ownGroupId,
      stepRoots: stepRootsOf(run, group),
      isFrozen: run.frozen.all || run.frozen.groupIds.includes(group.id),
      lock: group.isLocked ? 'board' : 'none',
      isMuted: question.isMuted,
    })
  return {
    isModerating: isModerating(role),
    closed: {
      items: closedRoot('items'),
      canvases: closedRoot('canvases'),
      recommendations: closedRoot('recommendations'),
      sketch: closedRoot('sketch'),
      reactions: closedRoot('reactions'),
    },
    isCanvasLocked: (canvasId) => canvasId !== null && locked.has(canvasId),
  }
}
