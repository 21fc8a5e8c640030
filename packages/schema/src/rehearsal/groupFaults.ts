import type { Group, Step } from '../run-state/RunState.ts'
import type { BoardFacts, Plan } from './Plan.ts'
import { breakoutGroups, boardsAt, givesCanvases, opens, upTo } from './planCourse.ts'
import { planProblem, type PlanProblem } from './PlanProblem.ts'

/** Groups that would stand there without a board or a task, names that mix people up, and talks that are missing. */
export function groupFaults(plan: Plan): readonly PlanProblem[] {
  return [...unreadableBoards(plan), ...sameNames(plan), ...taskFaults(plan), ...talkFaults(plan)]
}

function unreadableBoards(plan: Plan): readonly PlanProblem[] {
  return boardsAt(plan).flatMap(({ groupId, isReadable }) =>
    isReadable ? [] : [planProblem('board.unreadable', { groupId })],
  )
}

/** Each name once, at the group with the smallest id, so that the order of groups does not matter. */
function sameNames({ run }: Plan): readonly PlanProblem[] {
  const byName = Map.groupBy(breakoutGroups(run), ({ name }) => name.trim().toLowerCase())
  return [...byName.values()].flatMap((groups) => {
    const [first] = groups.map(({ id }) => id).toSorted()
    if (first === undefined || groups.length < 2) return []
    return [planProblem('group.sameName', { groupId: first, figures: { count: groups.length } })]
  })
}

/** Where a vote comes before the group work, its winners give the groups their canvases. */
function taskFaults(plan: Plan): readonly PlanProblem[] {
  const { run } = plan
  const work = run.steps.find((step) => opens(step, 'items', 'groups'))
  if (!work || upTo(run, work).some((step) => step !== work && givesCanvases(step))) return []
  const boards = new Map(boardsAt(plan, 'groups').map((board) => [board.groupId, board]))
  return breakoutGroups(run).flatMap((group) => {
    const board = boards.get(group.id)
    return board?.isReadable ? taskFault(plan, { group, board, work }) : []
  })
}

function taskFault(
  { run }: Plan,
  { group, board, work }: { readonly group: Group; readonly board: BoardFacts; readonly work: Step },
): readonly PlanProblem[] {
  const at = { stepId: work.id, groupId: group.id }
  if (board.canvases.length === 0) return [planProblem('group.withoutCanvas', at)]
  const hasTargetGroup = run.targetGroups.some(({ id }) => id === group.targetGroupId)
  const isNamed = board.canvases.some(({ title, targetGroupId }) => title.trim() !== '' || targetGroupId !== null)
  if (hasTargetGroup || isNamed || group.topic.trim() !== '') return []
  return [planProblem('group.withoutTask', at)]
}

function talkFaults(plan: Plan): readonly PlanProblem[] {
  if (plan.run.talks.length > 0) return []
  const harvest = boardsAt(plan, 'common').find(({ canvases }) =>
    canvases.some(({ templateId }) => templateId === 'harvest'),
  )
  return harvest ? [planProblem('talks.none', { groupId: harvest.groupId })] : []
}
