import type { RunState, ScreenLayout } from '@tafelrunde/schema/plain'

/** The layout that counts: chosen by the moderators, else by the step, else the instruction. */
export function layoutNow({ stage, steps, current }: Pick<RunState, 'stage' | 'steps' | 'current'>): ScreenLayout {
  const step = steps.find(({ id }) => id === current?.stepId)
  return stage.layout ?? step?.screen ?? 'instruction'
}
