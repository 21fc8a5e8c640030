import { breakoutGroups } from './planCourse.ts'
import type { Rehearsed } from './RehearsalAccount.ts'
import { rehearsalProblem, type RehearsalProblem } from './RehearsalProblem.ts'

/** People who did not come in, or not to where they belong. */
export function arrivalProblems({ run, account }: Rehearsed): readonly RehearsalProblem[] {
  const { seats, withoutGroup, groups, boards } = account.arrival
  const keptOut = seats.tried - seats.done
  const isMissingGroup = withoutGroup > 0 && breakoutGroups(run).length > 0
  return [
    ...(keptOut > 0 ? [rehearsalProblem('people.keptOut', { figures: { people: keptOut, of: seats.tried } })] : []),
    ...(isMissingGroup
      ? [rehearsalProblem('people.withoutGroup', { figures: { people: withoutGroup, of: seats.done } })]
      : []),
    ...groups
      .filter(({ expected, joined }) => expected > 0 && joined === 0)
      .map(({ groupId, expected }) => rehearsalProblem('group.unreached', { groupId, figures: { people: expected } })),
    ...boards
      .filter(({ opened }) => opened.done < opened.tried)
      .map(({ groupId, opened }) => {
        const people = opened.tried - opened.done
        const figures = { people, of: opened.tried, seconds: account.waitSeconds }
        return rehearsalProblem('board.unreachable', { groupId, figures })
      }),
  ]
}
