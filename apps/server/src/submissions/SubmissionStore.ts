import type { Role } from '@tafelrunde/protocol'
import type { RecommendationStatus, WorkshopId } from '@tafelrunde/schema/plain'

/** One change of status as it is remembered; never changed afterwards. */
export interface SubmissionStep {
  readonly at: number
  readonly from: RecommendationStatus
  readonly to: RecommendationStatus
  readonly note: string
  /** Role of who did it; nobody's name. */
  readonly role: Role
}

/** Who changes a status, and when. */
export type SubmissionAct = Pick<SubmissionStep, 'at' | 'note' | 'role'>

/** A recommendation that has a code; `key` is `${groupId}/${recommendationId}`. */
export interface Submission {
  readonly key: string
  readonly code: string
  readonly status: RecommendationStatus
  readonly history: readonly SubmissionStep[]
}

/**
 * Where submissions and their history are kept.
 *
 * [SU1] A recommendation gets the code `HE-<n>-<nn>`: the number of its workshop in the series and a running number
 *       from 01. No code is given to two recommendations, however many submit at once and whatever was withdrawn.
 * [SU2] Submitting what is submitted changes nothing, also not its history; each is new to exactly one of two calls.
 * [SU3] A withdrawn recommendation is a draft that keeps its code and gets the same one when it is submitted again.
 * [SU4] The history only grows: every change of status, in the order of its happening.
 * [SU5] Workshops of a series are numbered in the order of their creation; a number that is in use stays.
 */
export interface SubmissionStore {
  /** Submit all of them; gives back the keys that were not submitted before. */
  submit(workshopId: WorkshopId, keys: readonly string[], act: SubmissionAct): Promise<readonly string[]>
  /** False when there is no such code or it is withdrawn already. */
  withdraw(workshopId: WorkshopId, code: string, act: SubmissionAct): Promise<boolean>
  /** In the order of their codes. */
  list(workshopId: WorkshopId): Promise<readonly Submission[]>
}
