import type { StepRequest } from '@tafelrunde/protocol'
import { isId, type PartRules, type Step, type StepPart } from '@tafelrunde/schema/plain'
import { toVoteRequest } from './voteDraft.ts'

/** More the server does not take. */
export const MAX_STEPS = 60
export const MAX_PARTS = 20

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

/** Move one entry of a list to another place, counted from 0; outside of the list nothing happens. */
export function moveEntry<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from]
  if (entry === undefined || from === to || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, entry)
}

/** Move a step to a place, counted from 0. */
export function moveDraft(drafts: readonly StepDraft[], draftKey: string, to: number): readonly StepDraft[] {
  return moveEntry(
    drafts,
    drafts.findIndex((draft) => draft.draftKey === draftKey),
    to,
  )
}

/** A second step like this one, right behind it; a new step, also when the first one runs. */
export function duplicateDraft(
  drafts: readonly StepDraft[],
  draftKey: string,
  copy: Pick<StepDraft, 'draftKey' | 'title'>,
): readonly StepDraft[] {
  const at = drafts.findIndex((draft) => draft.draftKey === draftKey)
  if (at < 0) return drafts
  const { id: _id, ...step } = drafts[at]!
  return drafts.toSpliced(at + 1, 0, { ...step, ...copy })
}

/** Steps of a template or of another workshop, as new steps behind the chosen one or at the end. */
export function insertSteps(
  drafts: readonly StepDraft[],
  afterKey: string | null,
  steps: readonly Step[],
): readonly StepDraft[] {
  const at = drafts.findIndex((draft) => draft.draftKey === afterKey)
  const taken = new Set(drafts.map((draft) => draft.draftKey))
  const added = steps.map(({ id, ...step }): StepDraft => ({
    ...step,
    draftKey: taken.has(id) ? `${id}-${drafts.length}` : id,
  }))
  return drafts.toSpliced(at < 0 ? drafts.length : at + 1, 0, ...added)
}

/** What may be written can be changed freely; hidden writing needs notes to hide. */
export function withRoots(rules: PartRules, writableRoots: PartRules['writableRoots']): Partial<PartRules> {
  return { writableRoots, isHidden: rules.isHidden && writableRoots.includes('items') }
}

/** A part with rules of its own begins with those of its step. */
export function rulesOf({ writableRoots, visibility, isHidden }: PartRules): PartRules {
  return { writableRoots, visibility, isHidden }
}

/** The part with these changes. */
export function withPart(draft: StepDraft, index: number, change: Partial<StepPart>): Partial<StepDraft> {
  return { parts: draft.parts.map((part, at) => (at === index ? { ...part, ...change } : part)) }
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
    parts: draft.parts.map(({ id, rules, ...part }) => ({
      // A part of a step that is new is new; parts of older workshops have no id of their own.
      ...(draft.id && isId(id) ? { id } : {}),
      ...part,
      rules: rules && { ...rules, writableRoots: [...rules.writableRoots] },
    })),
    isHidden: draft.isHidden,
    vote: draft.vote && toVoteRequest(draft.vote),
    ending: draft.ending,
  }))
}

/** Steps of another workshop as new steps of this one. */
export function copySteps(steps: readonly Step[]): StepRequest[] {
  return toStepRequests(steps.map(({ id, ...step }) => ({ ...step, draftKey: id })))
}
