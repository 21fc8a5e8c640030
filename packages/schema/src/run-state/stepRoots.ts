import type { BoardRoot } from '../roots.ts'
import { partOf, withPartRules } from './stepPartRun.ts'
import type { Group, RunState } from './RunState.ts'
import { stepOf, stepRunOf } from './stepOf.ts'

/**
 * Whether notes of the group's step are written hidden now: the step, or the part that is on, says so, and nobody has
 * revealed them since it began.
 */
export function isWritingHidden(run: RunState, group: Pick<Group, 'id'>): boolean {
  const stepRun = stepRunOf(run, group.id)
  const step = run.steps.find(({ id }) => id === stepRun?.stepId)
  if (!step || !stepRun || !withPartRules(step, stepRun).isHidden) return false
  const began = (partOf(step, stepRun)?.part.rules && stepRun.part?.startedAt) ?? stepRun.startedAt
  return !run.reveals.some(({ groupId, at }) => (groupId === null || groupId === group.id) && at >= began)
}

/**
 * Roots of a board that the running step opens to members; null when no step runs: everything is allowed. While notes
 * are written hidden, the board itself takes none.
 */
export function stepRootsOf(run: RunState, group: Pick<Group, 'id' | 'kind'>): readonly BoardRoot[] | null {
  const step = stepOf(run, group.id)
  if (!step) return null
  const isHere = step.where === 'all' || (step.where === 'common') === (group.kind === 'common')
  if (!isHere || stepRunOf(run, group.id)?.isClosed) return []
  return isWritingHidden(run, group) ? step.writableRoots.filter((root) => root !== 'items') : step.writableRoots
}
