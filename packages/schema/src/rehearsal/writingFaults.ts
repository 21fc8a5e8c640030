import type { RunState, Step } from '../run-state/RunState.ts'
import type { Plan } from './Plan.ts'
import { after, breakoutGroups, isWriting, LAYOUTS_OF_NOTES, rulesIn, type PlanPlace } from './planCourse.ts'
import { planProblem, type PlanProblem } from './PlanProblem.ts'

/** Where people write, and whether hidden notes come to light. */
export function writingFaults({ run }: Plan): readonly PlanProblem[] {
  const hasGroups = breakoutGroups(run).length > 0
  return run.steps.flatMap((step) => {
    const isNowhere = step.where === 'groups' && isWriting(step) && !hasGroups
    return [...(isNowhere ? [planProblem('step.withoutGroups', { stepId: step.id })] : []), ...hiddenFaults(run, step)]
  })
}

/**
 * Hidden notes can be shown at any time, but only a later step gives people the time to look at them; notes that are
 * never shown are deleted when the workshop is closed.
 */
function hiddenFaults(run: RunState, step: Step): readonly PlanProblem[] {
  const rules = rulesIn(step)
  const hidden = rules.filter(({ isHidden }) => isHidden)
  if (hidden.length === 0) return []
  if (hidden.some(({ writableRoots }) => !writableRoots.includes('items'))) {
    return [planProblem('hidden.withoutNotes', { stepId: step.id })]
  }
  // A part that follows in the same step gives the time as well.
  const isFollowed = rules
    .slice(rules.findLastIndex(({ isHidden }) => isHidden) + 1)
    .some(({ writableRoots }) => writableRoots.length > 0)
  if (isFollowed) return []
  const places: readonly PlanPlace[] = step.where === 'all' ? ['common', 'groups'] : [step.where]
  const later = after(run, step)
  const isShown = places.every((place) => later.some((other) => isLookedAt(other, place)))
  return isShown ? [] : [planProblem('hidden.neverShown', { stepId: step.id })]
}

function isLookedAt(step: Step, place: PlanPlace): boolean {
  const isWorkedOn = isWriting(step) && (step.where === 'all' || step.where === place)
  const isOnScreen = place === 'common' ? step.screen === 'board' : LAYOUTS_OF_NOTES.includes(step.screen)
  const isVotedOn = step.vote !== null && step.vote.subject === 'notes' && step.vote.where === place
  return isWorkedOn || isOnScreen || isVotedOn || step.isPlenaryOpen
}
