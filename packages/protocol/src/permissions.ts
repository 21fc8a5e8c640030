import type { BoardRoot } from '@tafelrunde/schema/plain'
import type { ErrorCode } from './errors.ts'

/** What a seat or link may be; every link is a capability for exactly one of them. */
export type Role = 'owner' | 'moderator' | 'scribe' | 'participant' | 'observer' | 'screen' | 'public'

/** Roles in descending order of rights, for menus and parsing. */
export const ROLES = ['owner', 'moderator', 'scribe', 'participant', 'observer', 'screen', 'public'] as const

/** Owner or moderator: steers the workshop, reads and writes every board. */
export function isModerating(role: Role): boolean {
  return role === 'owner' || role === 'moderator'
}

/** Whether the role ever writes on a board. */
export function isWriting(role: Role): boolean {
  return isModerating(role) || role === 'scribe' || role === 'participant'
}

/** Everything that decides whether one struct or deletion is accepted. */
export interface WriteQuestion {
  readonly role: Role
  readonly root: BoardRoot
  /** The seat's own group, or the common board, to which everybody belongs. */
  readonly isMember: boolean
  /** Roots that the current step opens on this board; null when no step runs: everything is allowed. */
  readonly stepRoots: readonly BoardRoot[] | null
  readonly isFrozen: boolean
  /** `board`: the whole board is locked; `canvas`: the canvas that the entry belongs to. */
  readonly lock: 'none' | 'canvas' | 'board'
  /** The moderators let the seat read only. */
  readonly isMuted: boolean
}

/**
 * The permission table of a board: role × root × step × lock. Returns null when the write is allowed, else the
 * error code that the refused client is closed with. Moderators are not bound by steps and cannot be muted; freeze and
 * lock bind everyone.
 */
export function refuseWrite(question: WriteQuestion): ErrorCode | null {
  if (!isWriting(question.role)) return 'seat.observing'
  if (!isModerating(question.role) && !question.isMember) return 'group.foreign'
  if (!isModerating(question.role) && question.isMuted) return 'seat.muted'
  if (question.isFrozen) return 'board.frozen'
  if (question.lock !== 'none') return 'board.locked'
  if (isModerating(question.role) || question.stepRoots === null) return null
  return question.stepRoots.includes(question.root) ? null : 'step.closed'
}

/** Everything that decides whether a seat may read a board. */
export interface ReadQuestion {
  readonly role: Role
  readonly isMember: boolean
  /** The link of an observer or screen names this group, or no group at all (whole workshop). */
  readonly isInLinkScope: boolean
  /** The current step lets every member of the workshop read this board. */
  readonly isOpenToAll: boolean
}

/** Returns null when the seat may read the board, else the error code. */
export function refuseRead(question: ReadQuestion): ErrorCode | null {
  if (isModerating(question.role) || question.isMember || question.isOpenToAll) return null
  const mayByLink = question.role === 'observer' || question.role === 'screen'
  return mayByLink && question.isInLinkScope ? null : 'document.notOpen'
}
