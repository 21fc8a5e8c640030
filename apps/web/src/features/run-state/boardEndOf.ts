import {
  partOf,
  SOFT_END_GRACE_MS,
  softEndOf,
  stepOf,
  stepRootsOf,
  stepRunOf,
  type BoardRoot,
  type Group,
  type RunState,
  type SoftEnd,
  type Step,
} from '@tafelrunde/schema'

/**
 * When writing ends by itself on this board: with the step, or with a part of it that is followed by one which allows
 * less. Null where neither happens or nothing is open here.
 */
export function boardEndOf(run: RunState, group: Group): SoftEnd | null {
  const [step, stepRun] = [stepOf(run, group.id), stepRunOf(run, group.id)]
  const open = stepRootsOf(run, group) ?? []
  if (!step || !stepRun || open.length === 0) return null
  const ends = [softEndOf(step, stepRun), partEndOf(run, group, open)].filter((end) => end !== null)
  return ends.toSorted((a, b) => a.closesAt - b.closesAt)[0] ?? null
}

/** The last seconds of a part are announced within its time: the next one begins when it is over. */
function partEndOf(run: RunState, group: Group, open: readonly BoardRoot[]): SoftEnd | null {
  const stepRun = stepRunOf(run, group.id)
  const step = run.steps.find(({ id }) => id === stepRun?.stepId)
  const placed = step && stepRun && partOf(step, stepRun)
  const next = placed && step.parts[placed.index + 1]
  const endsAt = stepRun?.part?.endsAt ?? null
  if (!next || endsAt === null) return null
  const stillOpen = rootsIn(next.rules ?? step)
  if (open.every((root) => stillOpen.includes(root))) return null
  return { announcedAt: endsAt - SOFT_END_GRACE_MS, closesAt: endsAt }
}

function rootsIn({ writableRoots, isHidden }: Pick<Step, 'writableRoots' | 'isHidden'>): readonly BoardRoot[] {
  return isHidden ? writableRoots.filter((root) => root !== 'items') : writableRoots
}
