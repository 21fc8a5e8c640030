import { newId, type StepId } from '@tafelrunde/schema/plain'
import { beforeEach, describe, expect, test } from 'vitest'
import { aStoredWorkshop, type StoredExample } from '../testing/aDatabase.ts'
import type { WorkshopStore } from '../workshops/WorkshopStore.ts'
import { STEP_NOTES_PER_WORKSHOP, type StepNoteStore, type StoredStepNote } from './StepNoteStore.ts'

/** What the suite needs. */
export interface StepNoteStoreParts {
  readonly stepNotes: StepNoteStore
  readonly workshops: WorkshopStore
}

/** The rules of StepNoteStore, for every implementation. */
export function stepNoteStoreContract(makeParts: () => Promise<StepNoteStoreParts>): void {
  describe('keeps what moderators write down for steps', () => {
    let parts: StepNoteStoreParts
    let example: StoredExample
    beforeEach(async () => {
      parts = await makeParts()
      example = await aStoredWorkshop(parts.workshops)
    })

    const aNote = (traits: Partial<StoredStepNote> = {}): StoredStepNote => ({
      workshopId: example.workshopId,
      stepId: newId<StepId>(),
      text: 'Erst die Kleinen fragen',
      at: 1,
      ...traits,
    })

    test('[SN1] the newest note of a step stands, and an empty one deletes it', async () => {
      const note = aNote()
      await parts.stepNotes.keep(note)
      const again = { ...note, text: 'Doch erst die Großen', at: 2 }
      await parts.stepNotes.keep(again)
      expect(await parts.stepNotes.list(example.workshopId)).toEqual([again])
      await parts.stepNotes.keep({ ...note, text: '', at: 3 })
      expect(await parts.stepNotes.list(example.workshopId)).toEqual([])
    })

    test('[SN2] those that were written longest ago make room', async () => {
      const notes = Array.from({ length: STEP_NOTES_PER_WORKSHOP + 2 }, (_, index) => aNote({ at: index }))
      for (const note of notes) await parts.stepNotes.keep(note)
      const kept = new Set((await parts.stepNotes.list(example.workshopId)).map(({ stepId }) => stepId))
      expect(kept.size).toBe(STEP_NOTES_PER_WORKSHOP)
      expect(notes.filter(({ stepId }) => !kept.has(stepId)).map(({ at }) => at)).toEqual([0, 1])
    })

    test('[SN3] lists the notes of one workshop only', async () => {
      const other = await aStoredWorkshop(parts.workshops)
      const mine = aNote()
      await parts.stepNotes.keep(mine)
      await parts.stepNotes.keep({ ...mine, workshopId: other.workshopId, text: 'Von nebenan' })
      expect(await parts.stepNotes.list(example.workshopId)).toEqual([mine])
    })
  })
}
