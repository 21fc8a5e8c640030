import type { BoardRoot } from '../roots.ts'
import type { Group, PartRules, RunState, Step } from '../run-state/RunState.ts'
import type { ScreenLayout } from '../run-state/Stage.ts'
import type { BoardFacts, Plan } from './Plan.ts'

/** Which boards a question is about. */
export type PlanPlace = 'common' | 'groups'

/** Layouts of the screen that put the notes of all groups together. */
export const LAYOUTS_OF_NOTES: readonly ScreenLayout[] = ['fields', 'columns', 'coverage']

/** What holds in a step, one after the other: in each of its parts, or in the whole where it has none. */
export function rulesIn(step: Step): readonly PartRules[] {
  return step.parts.length === 0 ? [step] : step.parts.map(({ rules }) => rules ?? step)
}

/** Whether people write into this root in the step, on one of these boards; without a place on any. */
export function opens(step: Step, root: BoardRoot, place?: PlanPlace): boolean {
  const isOpen = rulesIn(step).some(({ writableRoots }) => writableRoots.includes(root))
  return isOpen && (place === undefined || step.where === 'all' || step.where === place)
}

/** Whether people write something in the step, wherever. */
export function isWriting(step: Step): boolean {
  return rulesIn(step).some(({ writableRoots }) => writableRoots.length > 0)
}

/** Whether people do something in the step: they write or vote. */
export function isWorking(step: Step): boolean {
  return isWriting(step) || step.vote !== null
}

/** The steps up to this one, itself included. */
export function upTo(run: RunState, step: Step): readonly Step[] {
  return run.steps.slice(0, run.steps.indexOf(step) + 1)
}

/** The steps behind this one. */
export function after(run: RunState, step: Step): readonly Step[] {
  return run.steps.slice(run.steps.indexOf(step) + 1)
}

/** Whether the winners of this step's vote can become canvases of the groups. */
export function givesCanvases({ vote }: Step): boolean {
  return vote !== null && vote.kind !== 'estimate' && vote.subject !== 'recommendations'
}

/** Groups that work by themselves. */
export function breakoutGroups(run: RunState): readonly Group[] {
  return run.groups.filter(({ kind }) => kind === 'group')
}

/** What is known of the boards at this place; without a place of all boards of the workshop. */
export function boardsAt({ run, facts }: Plan, place?: PlanPlace): readonly BoardFacts[] {
  const groups = run.groups.filter(({ kind }) => place === undefined || (kind === 'common') === (place === 'common'))
  const ids = new Set(groups.map(({ id }) => id))
  return facts.boards.filter(({ groupId }) => ids.has(groupId))
}

/** Whether there are recommendations when the step runs: on a board already, or a step so far lets people write some. */
export function hasRecommendationsBy(plan: Plan, step: Step): boolean {
  const isThere = boardsAt(plan).some(({ recommendations }) => recommendations > 0)
  return isThere || upTo(plan.run, step).some((other) => opens(other, 'recommendations'))
}
