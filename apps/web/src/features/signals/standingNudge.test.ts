import { newId, type GroupId, type RunState, type StepId } from '@tafelrunde/schema/plain'
import { expect, it } from 'vitest'
import { standingNudge } from './standingNudge.ts'

const [groupId, other] = [newId<GroupId>(), newId<GroupId>()]
const nudge = { id: 'n', text: 'Wie weit?', groupIds: [groupId], at: 50 }
const run = (startedAt: number | null): RunState =>
  ({
    nudges: { [groupId]: nudge },
    groupRuns: {},
    current:
      startedAt === null ? null : { stepId: newId<StepId>(), startedAt, endsAt: null, isClosed: false, part: null },
  }) as unknown as RunState

it('shows a nudge to its group, for as long as the step lasts in which it was sent', () => {
  expect(standingNudge(run(null), groupId)).toBe(nudge)
  expect(standingNudge(run(40), groupId)).toBe(nudge)
  expect(standingNudge(run(51), groupId)).toBeNull()
  expect(standingNudge(run(null), other)).toBeNull()
})
