import {
  isModerating,
  isWriting,
  refuseRead,
  refuseWrite,
  type ErrorCode,
  type ParsedDocumentName,
} from '@tafelrunde/protocol'
import {
  BOARD_ROOTS,
  isBoardRoot,
  stepOf,
  stepRootsOf,
  type BoardRoot,
  type CanvasId,
  type GroupId,
  type RunState,
} from '@tafelrunde/schema/plain'
import { PLENARY_ROOTS } from '@tafelrunde/schema/transport'
import type { Seat } from '../seams.ts'

/** What a seat may do with one document now. Recomputed when the seat or the run state changes. */
export interface SeatPermissions {
  /** Null when the seat may read, else why not. */
  readonly read: ErrorCode | null
  /** Null when the seat may write something, else why it may write nothing. */
  readonly write: ErrorCode | null
  /** Whether the seat may write in a root; a name that is no root of the document is refused. */
  readonly refuseRoot: (root: string) => ErrorCode | null
  readonly lockedCanvasIds: readonly CanvasId[]
}

/** What decides about a document: the seat, the document and its workshop's run state. */
export interface PermissionQuestion {
  readonly seat: Seat
  readonly document: ParsedDocumentName
  readonly run: RunState
}

/** Ask the permission table for one seat and document. Pure: same question, same answer. */
export function seatPermissions(question: PermissionQuestion): SeatPermissions {
  if (question.seat.isWaiting) return nobodyWrites('seat.waiting')
  switch (question.document.kind) {
    case 'group':
      return boardPermissions(question)
    case 'workshop':
      return nobodyWrites(question.seat.workshopId === question.document.id ? null : 'document.notOpen')
    case 'plenary':
      return plenaryPermissions(question)
    case 'private':
      return privatePermissions(question)
  }
}

function boardPermissions({ seat, document, run }: PermissionQuestion): SeatPermissions {
  const group = run.groups.find((candidate) => candidate.id === document.id)
  if (!group || run.workshop.id !== seat.workshopId) return nobodyWrites('document.notOpen')
  const step = stepOf(run, group.id)
  const isMember = group.kind === 'common' || seat.groupId === group.id
  const question = {
    role: seat.role,
    isMember,
    isInLinkScope: seat.groupId === null || seat.groupId === group.id,
    isOpenToAll: step?.visibility === 'all',
    stepRoots: stepRootsOf(run, group),
    isFrozen: isFrozen(run, group.id),
    lock: group.isLocked ? 'board' : 'none',
    isMuted: seat.isMuted,
  } as const
  const byRoot = new Map<BoardRoot, ErrorCode | null>(
    BOARD_ROOTS.map((root) => [root, refuseWrite({ ...question, root })]),
  )
  const refusals = Array.from(byRoot.values())
  return {
    read: refuseRead(question),
    write: refusals.includes(null) ? null : (refusals[0] ?? null),
    refuseRoot: (root) => {
      if (isBoardRoot(root)) return byRoot.get(root) ?? null
      return root === 'meta' ? 'document.serverOnly' : 'update.unknownRoot'
    },
    lockedCanvasIds: group.lockedCanvasIds,
  }
}

function plenaryPermissions({ seat, document, run }: PermissionQuestion): SeatPermissions {
  if (seat.workshopId !== document.id) return nobodyWrites('document.notOpen')
  const mayDecide = isModerating(seat.role)
  const step = seat.groupId === null ? currentStep(run) : stepOf(run, seat.groupId)
  return {
    read: mayDecide || step?.isPlenaryOpen === true ? null : 'plenary.closed',
    write: mayDecide ? null : 'seat.notAllowed',
    refuseRoot: (root) => {
      if (!mayDecide) return 'seat.notAllowed'
      return PLENARY_ROOTS.some((known) => known === root) ? null : 'update.unknownRoot'
    },
    lockedCanvasIds: [],
  }
}

/** Neither step nor freeze ends hidden writing: what somebody writes late is still theirs. */
function privatePermissions({ seat, document, run }: PermissionQuestion): SeatPermissions {
  const isOwn = document.id === seat.id && seat.workshopId === run.workshop.id
  if (!isOwn || !isWriting(seat.role)) return nobodyWrites('document.notOpen')
  if (run.closedAt !== null) return nobodyWrites('workshop.closed')
  return {
    read: null,
    write: null,
    refuseRoot: (root) => (root === 'items' ? null : 'update.unknownRoot'),
    lockedCanvasIds: [],
  }
}

function nobodyWrites(read: ErrorCode | null): SeatPermissions {
  return { read, write: 'document.serverOnly', refuseRoot: () => 'document.serverOnly', lockedCanvasIds: [] }
}

function isFrozen(run: RunState, groupId: GroupId): boolean {
  return run.frozen.all || run.frozen.groupIds.includes(groupId)
}

function currentStep(run: RunState): RunState['steps'][number] | null {
  return run.steps.find((step) => step.id === run.current?.stepId) ?? null
}
