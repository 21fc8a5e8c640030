import type { StepRequest } from '@tafelrunde/protocol'
import type { Step } from '@tafelrunde/schema/plain'

/** A step while it is being edited; `draftKey` tells rows apart, new steps have no id yet. */
export interface StepDraft extends Omit<Step, 'id'> {
  readonly draftKey: string
  readonly id?: Step['id']
}

/** The drafts of a run sheet. */
export function draftsOf(steps: readonly Step[]): readonly StepDraft[] {
  return steps.map((step) => ({ ...step, draftKey: step.id }))
}

/** A new step: notes and recommendations in the groups for a quarter of an hour, which fits most. */
export function newStepDraft(draftKey: string, title: string): StepDraft {
  return {
    draftKey,
    title,
    instruction: '',
    minutes: 15,
    writableRoots: ['canvases', 'items', 'recommendations', 'sketch', 'comments', 'reactions'],
    where: 'groups',
    visibility: 'own',
    isPlenaryOpen: false,
    screen: 'instruction',
    parts: [],
    isHidden: false,
    vote: null,
    ending: 'open',
  }
}

/** Move a step by one place; at the ends nothing happens. */
export function shiftDraft(drafts: readonly StepDraft[], draftKey: string, by: 1 | -1): readonly StepDraft[] {
  const from = drafts.findIndex((draft) => draft.draftKey === draftKey)
  const to = from + by
  if (from < 0 || to < 0 || to >= drafts.length) return drafts
  const without = drafts.toSpliced(from, 1)
  return without.toSpliced(to, 0, drafts[from]!)
}

/** Whether the parts of a step take another time than the step; null if they agree or there are none. */
export function partsDifference(draft: StepDraft): { readonly parts: number; readonly step: number } | null {
  if (draft.parts.length === 0) return null
  const parts = draft.parts.reduce((sum, part) => sum + part.minutes, 0)
  return parts === draft.minutes ? null : { parts, step: draft.minutes }
}

/** The run sheet as the server takes it. */
export function toStepRequests(drafts: readonly StepDraft[]): StepRequest[] {
  return drafts.map((draft) => ({
    ...(draft.id ? { id: draft.id } : {}),
    title: draft.title.trim(),
    instruction: draft.instruction,
    minutes: draft.minutes,
    writableRoots: [...draft.writableRoots],
    where: draft.where,
    visibility: draft.visibility,
    isPlenaryOpen: draft.isPlenaryOpen,
    screen: draft.screen,
    parts: draft.parts.map((part) => ({ ...part })),
    isHidden: draft.isHidden,
    vote: draft.vote && { ...draft.vote, options: [...draft.vote.options] },
    ending: draft.ending,
  }))
}

/** Steps of another workshop as new steps of this one. */
export function copySteps(steps: readonly Step[]): StepRequest[] {
  return toStepRequests(steps.map(({ id, ...step }) => ({ ...step, draftKey: id })))
}
