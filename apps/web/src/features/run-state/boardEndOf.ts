import { softEndOf, stepOf, stepRootsOf, stepRunOf, type Group, type RunState, type SoftEnd } from '@tafelrunde/schema'

/** When writing ends by itself on this board; null where the step ends openly or opens nothing here. */
export function boardEndOf(run: RunState, group: Group): SoftEnd | null {
  const [step, stepRun] = [stepOf(run, group.id), stepRunOf(run, group.id)]
  if (!step || !stepRun || stepRootsOf(run, group)?.length === 0) return null
  return softEndOf(step, stepRun)
}
