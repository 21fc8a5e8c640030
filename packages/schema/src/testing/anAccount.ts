import type { GroupId } from '../ids.ts'
import { breakoutGroups } from '../rehearsal/planCourse.ts'
import type { BoardAccount, RehearsalAccount, StepAccount, Tries } from '../rehearsal/RehearsalAccount.ts'
import type { Group, RunState, Step } from '../run-state/RunState.ts'

const PEOPLE_PER_GROUP = 3

const all = (people: number): Tries => ({ tried: people, done: people })

/** What three people in each group have seen of a run sheet in which everything went well. */
export function anAccount(run: RunState): RehearsalAccount {
  const groups = breakoutGroups(run)
  return {
    waitSeconds: 10,
    arrival: {
      seats: all(groups.length * PEOPLE_PER_GROUP),
      withoutGroup: 0,
      groups: groups.map(({ id }) => ({ groupId: id, expected: PEOPLE_PER_GROUP, joined: PEOPLE_PER_GROUP })),
      boards: run.groups.map((group) => ({ groupId: group.id, opened: all(peopleAt(group, run)) })),
    },
    steps: run.steps.map((step) => aStepAccount(run, step)),
    end: { openBoards: 0, entries: 120, missingEntries: 0 },
  }
}

/** The account with one step changed. */
export function withStepAccount(
  account: RehearsalAccount,
  stepId: Step['id'] | undefined,
  change: Partial<StepAccount>,
): RehearsalAccount {
  return {
    ...account,
    steps: account.steps.map((step) => (step.stepId === stepId ? { ...step, ...change } : step)),
  }
}

/** The account with what one board saw of a step changed. */
export function withBoardAccount(
  account: RehearsalAccount,
  { stepId, groupId }: { readonly stepId: Step['id']; readonly groupId: GroupId },
  change: Partial<BoardAccount>,
): RehearsalAccount {
  const boards = account.steps.find((step) => step.stepId === stepId)?.boards ?? []
  return withStepAccount(account, stepId, {
    boards: boards.map((board) => (board.groupId === groupId ? { ...board, ...change } : board)),
  })
}

function peopleAt(group: Group, run: RunState): number {
  return group.kind === 'common' ? breakoutGroups(run).length * PEOPLE_PER_GROUP : PEOPLE_PER_GROUP
}

function aStepAccount(run: RunState, step: Step): StepAccount {
  const isHere = ({ kind }: Group): boolean => step.where === 'all' || (step.where === 'common') === (kind === 'common')
  const people = breakoutGroups(run).length * PEOPLE_PER_GROUP
  return {
    stepId: step.id,
    hasStarted: true,
    boards: run.groups.filter(isHere).map((group) => ({
      groupId: group.id,
      notes: all(step.writableRoots.includes('items') ? peopleAt(group, run) : 0),
      hasNoField: false,
      recommendations: all(step.writableRoots.includes('recommendations') ? peopleAt(group, run) : 0),
      unsaved: 0,
      lost: 0,
    })),
    hidden: step.isHidden ? { written: people, shown: people } : null,
    vote: step.vote && { refusal: null, options: 8, ballots: all(people), leftOut: [], hasTakenWinners: true },
    signals: breakoutGroups(run).map(({ id }) => ({ groupId: id, type: 'help', isSeen: true })),
    isScreenEmpty: false,
    plenary: step.isPlenaryOpen ? { isRefused: false, entries: 40 } : null,
  }
}
