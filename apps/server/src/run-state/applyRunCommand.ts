import { AppError, type RunCommand } from '@tafelrunde/protocol'
import {
  beginPart,
  NOTHING_YET,
  partRunAt,
  stepRunOf,
  type CanvasId,
  type Group,
  type GroupId,
  type RunState,
  type Step,
  type StepId,
  type StepRun,
} from '@tafelrunde/schema/plain'
import { applyMessageCommand } from './applyMessageCommand.ts'
import { applyStageCommand } from './applyStageCommand.ts'
import { groupOf } from './groupOf.ts'

const MINUTE_MS = 60_000

/**
 * The run state after one command of a moderator, at server time `now`. Pure.
 *
 * @throws AppError `step.conflict` if the command expects another current step, `step.unknown` | `group.unknown` |
 * `workshop.closed`
 */
export function applyRunCommand(run: RunState, command: RunCommand, now: number): RunState {
  if ('groupId' in command && command.groupId !== undefined) groupOf(run, command.groupId)
  switch (command.type) {
    case 'step.start':
      assertExpected(run, command)
      return startStep(run, stepById(run, command.stepId), {
        groupId: command.groupId,
        startedAt: now - (command.elapsedMinutes ?? 0) * MINUTE_MS,
        now,
      })
    case 'step.next':
      assertExpected(run, command)
      return startStep(run, neighbourStep(run, command.groupId, 1), { groupId: command.groupId, startedAt: now, now })
    case 'step.back':
      assertExpected(run, command)
      return startStep(run, neighbourStep(run, command.groupId, -1), { groupId: command.groupId, startedAt: now, now })
    case 'step.end':
      return command.groupId === undefined
        ? { ...run, current: null, groupRuns: {}, stage: NOTHING_YET.stage, gathering: null }
        : { ...run, groupRuns: withoutKey(run.groupRuns, command.groupId as GroupId) }
    case 'step.close':
      return closeStep(run, command.groupId)
    case 'part.start':
      assertExpected(run, command)
      return startPart(run, command, now)
    case 'time.add':
      return addTime(run, command, now)
    case 'freeze':
      assertOpen(run)
      return { ...run, frozen: freeze(run, command.groupId) }
    case 'unfreeze':
      assertOpen(run)
      return { ...run, frozen: unfreeze(run, command.groupId) }
    case 'board.lock':
      return editGroup(run, command.groupId, (group) => lock(group, command.canvasId))
    case 'board.unlock':
      return editGroup(run, command.groupId, (group) => unlock(group, command.canvasId))
    case 'lobby':
      return { ...run, hasLobby: command.isOn }
    case 'announce':
    case 'announcement.clear':
    case 'nudge':
    case 'nudge.clear':
    case 'help.clear':
    case 'gather':
    case 'gather.own':
    case 'gather.end':
      return applyMessageCommand(run, command, now)
    case 'stage.layout':
    case 'stage.spotlight':
    case 'stage.picture':
    case 'stage.page':
      return applyStageCommand(run, command, now)
  }
}

/** A closed workshop is opened again as a whole, and frozen as it was before. */
function assertOpen({ closedAt }: RunState): void {
  if (closedAt !== null) throw new AppError('workshop.closed', 'everything is frozen until it is opened again')
}

function stepById(run: RunState, stepId: string): Step {
  const step = run.steps.find(({ id }) => id === stepId)
  if (!step) throw new AppError('step.unknown', 'the run sheet has no such step')
  return step
}

function currentStepId(run: RunState, groupId: string | undefined): StepId | null {
  const stepRun = groupId === undefined ? run.current : stepRunOf(run, groupId as GroupId)
  return stepRun?.stepId ?? null
}

function assertExpected(
  run: RunState,
  command: { groupId?: string | undefined; expectedStepId?: string | null | undefined },
): void {
  if (command.expectedStepId === undefined) return
  if (command.expectedStepId !== currentStepId(run, command.groupId)) {
    throw new AppError('step.conflict', 'another step is current by now')
  }
}

function neighbourStep(run: RunState, groupId: string | undefined, offset: 1 | -1): Step {
  const stepId = currentStepId(run, groupId)
  const at = stepId === null ? -1 : run.steps.findIndex(({ id }) => id === stepId)
  const step = stepId === null && offset === -1 ? undefined : run.steps[at + offset]
  if (!step) throw new AppError('step.unknown', 'there is no step in this direction')
  return step
}

/** For all: every group follows again, the screen shows what the step says. Nobody is ready for the new step yet. */
function startStep(
  run: RunState,
  step: Step,
  to: { groupId: string | undefined; startedAt: number; now: number },
): RunState {
  const endsAt = step.minutes > 0 ? to.startedAt + step.minutes * MINUTE_MS : null
  const part = partRunAt(step, to.startedAt, to.now)
  const stepRun: StepRun = { stepId: step.id, startedAt: to.startedAt, endsAt, isClosed: false, part }
  const signals = Object.fromEntries(
    Object.entries(run.signals).map(([id, own]) => [
      id,
      to.groupId === undefined || to.groupId === id ? { ...own, readyAt: null } : own,
    ]),
  )
  if (to.groupId !== undefined) {
    return { ...run, signals, groupRuns: { ...run.groupRuns, [to.groupId]: stepRun } }
  }
  const { stage, gathering } = NOTHING_YET
  return { ...run, signals, current: stepRun, groupRuns: {}, stage, gathering }
}

/** Another part of the running step, also where a group has a time of its own. */
function startPart(run: RunState, command: { part: number; groupId?: string | undefined }, now: number): RunState {
  const { groupId } = command
  const stepRun = groupId === undefined ? run.current : stepRunOf(run, groupId as GroupId)
  const step = run.steps.find(({ id }) => id === stepRun?.stepId)
  const part = step && beginPart(step, command.part, now)
  if (!stepRun || !part) throw new AppError('step.unknown', 'the running step has no such part')
  const begun = (own: StepRun): StepRun => ({ ...own, part })
  if (groupId !== undefined) return { ...run, groupRuns: { ...run.groupRuns, [groupId]: begun(stepRun) } }
  return { ...run, current: begun(stepRun), groupRuns: inSameStep(run, stepRun, begun) }
}

/** Writing ends in the running step, also where a group has a time of its own; who runs another step goes on. */
function closeStep(run: RunState, groupId: string | undefined): RunState {
  const closed = (stepRun: StepRun): StepRun => ({ ...stepRun, isClosed: true })
  if (groupId !== undefined) {
    const stepRun = stepRunOf(run, groupId as GroupId)
    if (!stepRun) throw new AppError('step.unknown', 'no step runs in the group')
    return { ...run, groupRuns: { ...run.groupRuns, [groupId]: closed(stepRun) } }
  }
  if (!run.current) throw new AppError('step.unknown', 'no step runs')
  return { ...run, current: closed(run.current), groupRuns: inSameStep(run, run.current, closed) }
}

/** Groups with a run of their own, those in the same step changed. */
function inSameStep(run: RunState, { stepId }: StepRun, change: (own: StepRun) => StepRun): RunState['groupRuns'] {
  return Object.fromEntries(
    Object.entries(run.groupRuns).map(([id, own]) => [id, own.stepId === stepId ? change(own) : own]),
  )
}

/** More time opens again what has ended; what is over already gets it from now on. The part that is on gets it, too. */
function addTime(run: RunState, command: { minutes: number; groupId?: string | undefined }, now: number): RunState {
  const isMore = command.minutes > 0
  const later = (endsAt: number): number =>
    Math.max(now, (isMore ? Math.max(now, endsAt) : endsAt) + command.minutes * MINUTE_MS)
  const longer = (stepRun: StepRun): StepRun => {
    const { part } = stepRun
    return {
      ...stepRun,
      endsAt: later(stepRun.endsAt ?? now),
      part: part && { ...part, endsAt: part.endsAt === null ? null : later(part.endsAt) },
      isClosed: stepRun.isClosed && !isMore,
    }
  }
  if (command.groupId !== undefined) {
    const stepRun = stepRunOf(run, command.groupId as GroupId)
    if (!stepRun) throw new AppError('step.unknown', 'no step runs in the group')
    return { ...run, groupRuns: { ...run.groupRuns, [command.groupId]: longer(stepRun) } }
  }
  if (!run.current) throw new AppError('step.unknown', 'no step runs')
  return { ...run, current: longer(run.current), groupRuns: inSameStep(run, run.current, longer) }
}

function freeze(run: RunState, groupId: string | undefined): RunState['frozen'] {
  if (groupId === undefined) return { all: true, groupIds: [] }
  const groupIds = run.frozen.groupIds.filter((id) => id !== groupId)
  return { all: run.frozen.all, groupIds: [...groupIds, groupId as GroupId] }
}

/** Unfreezing one group while all are frozen leaves the others frozen. */
function unfreeze(run: RunState, groupId: string | undefined): RunState['frozen'] {
  if (groupId === undefined) return { all: false, groupIds: [] }
  const frozenIds = run.frozen.all ? run.groups.map(({ id }) => id) : run.frozen.groupIds
  return { all: false, groupIds: frozenIds.filter((id) => id !== groupId) }
}

function editGroup(run: RunState, groupId: string, edit: (group: Group) => Group): RunState {
  return { ...run, groups: run.groups.map((group) => (group.id === groupId ? edit(group) : group)) }
}

function lock(group: Group, canvasId: string | undefined): Group {
  if (canvasId === undefined) return { ...group, isLocked: true }
  const others = group.lockedCanvasIds.filter((id) => id !== canvasId)
  return { ...group, lockedCanvasIds: [...others, canvasId as CanvasId] }
}

function unlock(group: Group, canvasId: string | undefined): Group {
  if (canvasId === undefined) return { ...group, isLocked: false }
  return { ...group, lockedCanvasIds: group.lockedCanvasIds.filter((id) => id !== canvasId) }
}

function withoutKey<V>(record: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}
