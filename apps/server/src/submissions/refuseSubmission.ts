import { isModerating, type ErrorCode, type Role } from '@tafelrunde/protocol'

/** Everything that decides whether a seat may submit for a group. */
export interface SubmissionQuestion {
  readonly role: Role
  /** The seat belongs to the group that it submits for. */
  readonly isMember: boolean
  readonly isWorkshopClosed: boolean
  readonly isMuted: boolean
}

/** Null when the seat may submit: moderators for every group, scribes for their own one while the workshop is open. */
export function refuseSubmission({ role, isMember, isWorkshopClosed, isMuted }: SubmissionQuestion): ErrorCode | null {
  if (isModerating(role)) return null
  if (role !== 'scribe') return 'seat.notAllowed'
  if (!isMember) return 'group.foreign'
  if (isMuted) return 'seat.muted'
  return isWorkshopClosed ? 'workshop.closed' : null
}
