import type { PlanProblemRecord, RehearsalProblemRecord } from '@tafelrunde/protocol'
import { expect, test } from 'vitest'
import { mendTarget } from './mendTarget.ts'

const at = (code: PlanProblemRecord['code'], where: Partial<PlanProblemRecord> = {}): PlanProblemRecord => ({
  code,
  severity: 'warns',
  stepId: null,
  groupId: null,
  figures: {},
  ...where,
})

test('a fault of a step leads into that step, one of the whole run sheet to its beginning', () => {
  expect(mendTarget(at('vote.fieldMissing', { stepId: 'dritter' }))).toEqual({ place: 'steps', stepId: 'dritter' })
  expect(mendTarget(at('plan.tooLong'))).toEqual({ place: 'steps', stepId: null })
})

test('a step without groups is mended by adding groups, not in the step', () => {
  expect(mendTarget(at('step.withoutGroups', { stepId: 'dritter' }))).toEqual({ place: 'groups' })
})

test('a group without a canvas gets one on its board', () => {
  const problem = at('group.withoutCanvas', { stepId: 'dritter', groupId: 'b' })
  expect(mendTarget(problem)).toEqual({ place: 'board', groupId: 'b' })
})

test('who is too many somewhere is moved, who cannot come in gets a link', () => {
  expect(mendTarget(at('group.overfull', { groupId: 'b' }))).toEqual({ place: 'people' })
  expect(mendTarget(at('link.noWayIn'))).toEqual({ place: 'links' })
})

const met = (
  code: RehearsalProblemRecord['code'],
  where: Partial<RehearsalProblemRecord> = {},
): RehearsalProblemRecord => ({
  code,
  severity: 'blocks',
  stepId: null,
  groupId: null,
  figures: {},
  ...where,
})

test('what simulated people could not write leads to the board, what they could not vote on into the step', () => {
  expect(mendTarget(met('notes.refused', { stepId: 'dritter', groupId: 'b' }))).toEqual({
    place: 'board',
    groupId: 'b',
  })
  expect(mendTarget(met('vote.nothing', { stepId: 'dritter' }))).toEqual({ place: 'steps', stepId: 'dritter' })
  expect(mendTarget(met('people.withoutGroup'))).toEqual({ place: 'people' })
})

test('what only the server can have done wrong leads nowhere in the cockpit', () => {
  expect(mendTarget(met('text.lost', { stepId: 'dritter', groupId: 'b' }))).toBeNull()
})
