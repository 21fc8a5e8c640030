import { sampleGroup, sampleRun, sampleStep } from '@tafelrunde/schema/samples'
import type { Group, RunState, Step } from '@tafelrunde/schema/plain'

/** A group, the parts that matter given. */
export function aGroup(traits: Partial<Group> = {}): Group {
  return sampleGroup(traits)
}

/** A step that opens items on all boards, the parts that matter given. */
export function aStep(traits: Partial<Step> = {}): Step {
  return sampleStep({ writableRoots: ['items'], screen: 'board', ...traits })
}

/** A run state with a common board, two groups and no step, the parts that matter given. */
export function aRunState(traits: Partial<RunState> = {}): RunState {
  return sampleRun({ groups: [aGroup({ kind: 'common', letter: 'P' }), aGroup(), aGroup({ letter: 'B' })], ...traits })
}
