import { AppError, type EditWorkshopRequest, type StepRequest, type VotePlanRequest } from '@tafelrunde/protocol'
import {
  keepPart,
  newId,
  normaliseLine,
  normaliseText,
  type RunState,
  type Step,
  type StepId,
  type StepPartId,
  type StepRun,
  type TalkId,
  type TargetGroupId,
  type VotePlan,
} from '@tafelrunde/schema/plain'
import { changeAnnounced } from '../run-state/changeAnnounced.ts'
import { groupsThatClose } from '../run-state/openRoots.ts'
import { mapStepRuns } from '../run-state/stepRuns.ts'
import type { Seat } from '../seams.ts'
import type { ServerParts } from '../ServerParts.ts'
import { assertTimes, epochOf, retainedUntilOf } from './workshopTimes.ts'

type Parts = Pick<ServerParts, 'workshops' | 'runStates' | 'documents' | 'audit' | 'log' | 'now' | 'retentionDays'>

/**
 * Change what a moderator may change about the seat's workshop. Lists replace the former list; entries that keep their
 * id stay the same entry. A step that runs cannot be removed; where it allows less than before, writers send what they
 * have first.
 *
 * @throws AppError `request.malformed` naming the field | `step.conflict`
 */
export async function editWorkshop(parts: Parts, seat: Seat, request: EditWorkshopRequest): Promise<RunState> {
  const { workshopId } = seat
  const before = await parts.runStates.load(workshopId)
  const run = await changeAnnounced(parts, {
    workshopId,
    closing: groupsThatClose(before, edited(parts, before, request)),
    reason: 'step.closed',
    next: (current) => edited(parts, current, request),
  })
  await parts.workshops.edit(workshopId, { title: run.workshop.title, endsAt: run.workshop.endsAt })
  const details = { fields: Object.keys(request).join(',') }
  await parts.audit.append({ workshopId, seatId: seat.id, at: parts.now(), event: 'workshop.edited', details })
  parts.log.info('workshop.edited', { workshopId })
  return run
}

function edited(parts: Parts, run: RunState, request: EditWorkshopRequest): RunState {
  const { workshop } = run
  const startsAt = request.startsAt === undefined ? workshop.startsAt : epochOf(request.startsAt)
  const endsAt = request.endsAt === undefined ? workshop.endsAt : epochOf(request.endsAt)
  assertTimes({ startsAt: isoOf(startsAt), endsAt: isoOf(endsAt), timeZone: request.timeZone })
  const isMoved = startsAt !== workshop.startsAt || endsAt !== workshop.endsAt
  return {
    ...run,
    workshop: {
      ...workshop,
      title: request.title === undefined ? workshop.title : normaliseLine(request.title),
      language: request.language ?? workshop.language,
      startsAt,
      endsAt,
      timeZone: request.timeZone ?? workshop.timeZone,
      organisations: request.organisations?.map(normaliseLine) ?? workshop.organisations,
      retainedUntil: isMoved
        ? retainedUntilOf(endsAt ?? startsAt ?? parts.now(), parts.retentionDays)
        : workshop.retainedUntil,
    },
    talks:
      request.talks?.map(({ id, organisation, title }) => ({
        id: (id as TalkId | undefined) ?? newId<TalkId>(),
        organisation: normaliseLine(organisation),
        title: normaliseLine(title),
      })) ?? run.talks,
    targetGroups:
      request.targetGroups?.map(({ id, title }) => ({
        id: (id as TargetGroupId | undefined) ?? newId<TargetGroupId>(),
        title: normaliseLine(title),
      })) ?? run.targetGroups,
    ...(request.steps && withSteps(run, editedSteps(run, request.steps), parts.now())),
  }
}

/** The parts that are on go on wherever they now stand. */
function withSteps(
  run: RunState,
  steps: readonly Step[],
  now: number,
): Pick<RunState, 'steps' | 'current' | 'groupRuns'> {
  const kept = (stepRun: StepRun): StepRun => {
    const step = steps.find(({ id }) => id === stepRun.stepId)
    return step ? { ...stepRun, part: keepPart(step, stepRun, now) } : stepRun
  }
  return { steps, ...mapStepRuns(run, kept) }
}

function editedSteps(run: RunState, requests: readonly StepRequest[]): readonly Step[] {
  const steps = requests.map((step): Step => ({
    ...step,
    id: (step.id as StepId | undefined) ?? newId<StepId>(),
    title: normaliseLine(step.title),
    instruction: normaliseText(step.instruction),
    isHidden: step.isHidden ?? false,
    vote: step.vote ? planned(step.vote) : null,
    ending: step.ending ?? 'open',
    parts: step.parts.map(({ id, title, instruction, minutes, rules }) => ({
      id: (id as StepPartId | undefined) ?? newId<StepPartId>(),
      title: normaliseLine(title),
      instruction: normaliseText(instruction),
      minutes,
      rules: rules ?? null,
    })),
  }))
  const ids = new Set(steps.map(({ id }) => id))
  if (ids.size !== steps.length) throw new AppError('request.malformed', 'steps: an id stands there twice')
  const running = [run.current, ...Object.values(run.groupRuns)]
  if (running.some((stepRun) => stepRun && !ids.has(stepRun.stepId))) {
    throw new AppError('step.conflict', 'a step that runs cannot be removed')
  }
  return steps
}

function planned(vote: VotePlanRequest): VotePlan {
  return { ...vote, question: normaliseLine(vote.question), options: vote.options.map(normaliseLine) }
}

function isoOf(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
