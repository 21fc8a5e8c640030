import type { StepId, WorkshopId } from '@tafelrunde/schema/plain'

/** What the moderators have written down for one step. */
export interface StoredStepNote {
  readonly workshopId: WorkshopId
  readonly stepId: StepId
  readonly text: string
  readonly at: number
}

/** Most notes of one workshop: every step of the longest run sheet, and as many again of steps that were taken out. */
export const STEP_NOTES_PER_WORKSHOP = 120

/**
 * Where the moderators' notes for steps are kept.
 *
 * [SN1] A step has one note, the newest; an empty one is none.
 * [SN2] A workshop keeps at most 120 notes: those that were written longest ago go first.
 * [SN3] `list` gives a workshop's notes and no other's. They are deleted with their workshop.
 */
export interface StepNoteStore {
  keep(note: StoredStepNote): Promise<void>
  list(workshopId: WorkshopId): Promise<readonly StoredStepNote[]>
}
