import { NOTHING_YET, type GroupId, type RunState, type StepId, type VoteRound } from '@tafelrunde/schema'
import { expect, test } from 'vitest'
import { shownRound } from './shownRound.ts'

const round = (id: string, closedAt: number | null, stepId: string | null = 's1') =>
  ({ id, closedAt, stepId }) as VoteRound
const runWith = (rounds: readonly VoteRound[], step?: { stepId: string; startedAt: number }) =>
  ({
    ...NOTHING_YET,
    rounds,
    current: step
      ? { stepId: step.stepId as StepId, startedAt: step.startedAt, endsAt: null, isClosed: false, part: null }
      : null,
  }) as unknown as RunState
const shown = (run: RunState) => shownRound(run, 'g' as GroupId)?.id ?? null

test('the open round is shown, whatever step runs', () => {
  expect(shown(runWith([round('r1', 50), round('r2', null)], { stepId: 's9', startedAt: 90 }))).toBe('r2')
})

test('a closed one stays while its step runs and until another step begins', () => {
  const rounds = [round('r1', 50)]
  expect(shown(runWith(rounds))).toBe('r1')
  expect(shown(runWith(rounds, { stepId: 's1', startedAt: 90 }))).toBe('r1')
  expect(shown(runWith(rounds, { stepId: 's2', startedAt: 40 }))).toBe('r1')
  expect(shown(runWith(rounds, { stepId: 's2', startedAt: 60 }))).toBeNull()
  expect(shown(runWith([]))).toBeNull()
})
