import { newId, type TalkId, type TargetGroupId } from '../ids.ts'
import type { BoardFacts, Plan, PlanFacts } from '../rehearsal/Plan.ts'
import type { Group, RunState, Step } from '../run-state/RunState.ts'
import { stepsFromTemplate } from '../run-state/StepTemplate.ts'
import { STEP_TEMPLATES } from '../run-state/stepTemplates.ts'
import { sampleGroup, sampleRun, sampleStep } from './samples.ts'

const NINE_O_CLOCK = Date.UTC(2027, 2, 4, 8)
const MINUTE_MS = 60_000

/** What a sound plan is made of. */
export interface PlanTraits {
  readonly steps: readonly Step[]
  readonly language?: 'de' | 'en'
  readonly hasTalks?: boolean
}

/** A workshop with three groups of seven people each, as a careful team has prepared it, with these steps. */
export function aPlan({ steps, language = 'de', hasTalks = true }: PlanTraits): Plan {
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
  const targetGroups = ['Gründung', 'Junge Familien', 'Vereine'].map((title) => ({ id: newId<TargetGroupId>(), title }))
  const common = sampleGroup({ kind: 'common', letter: 'P', name: 'Gemeinsame Tafel' })
  const groups = targetGroups.map(({ id, title }, at) =>
    sampleGroup({ letter: 'ABC'.charAt(at), name: `Gruppe ${title}`, targetGroupId: id, maxSeats: 8 }),
  )
  const commonCanvas = { templateId: hasTalks ? 'harvest' : 'blank', title: 'Ernte', targetGroupId: null }
  return {
    run: sampleRun(
      {
        groups: [common, ...groups],
        talks: hasTalks ? [{ id: newId<TalkId>(), organisation: 'Landkreis', title: 'Plakate im Amt' }] : [],
        targetGroups,
        steps,
      },
      {
        title: 'Marketing für Online-Dienste',
        language,
        startsAt: NINE_O_CLOCK,
        endsAt: NINE_O_CLOCK + minutes * MINUTE_MS,
      },
    ),
    facts: {
      seatsPerGroup: Object.fromEntries(groups.map(({ id }) => [id, 7])),
      seatsWithoutGroup: 0,
      listedPerGroup: {},
      moderators: 2,
      links: [
        { role: 'owner', groupId: null, expiresAt: null },
        { role: 'moderator', groupId: null, expiresAt: null },
        { role: 'participant', groupId: null, expiresAt: null },
        { role: 'screen', groupId: null, expiresAt: null },
        ...groups.map(({ id }) => ({ role: 'scribe', groupId: id, expiresAt: null })),
      ],
      boards: [
        aBoardOf(common, [commonCanvas]),
        ...groups.map((group) => aBoardOf(group, [{ ...commonCanvas, templateId: 'target-group', title: '' }])),
      ],
    },
  }
}

/** A sound plan with the run sheet of a built-in template. */
export function aTemplatePlan(templateId: string, traits: Omit<PlanTraits, 'steps'> = {}): Plan {
  const template = STEP_TEMPLATES[templateId]
  if (!template) throw new Error(`there is no template ${templateId}`)
  const { language = 'de', hasTalks = true } = traits
  return aPlan({ ...traits, steps: stepsFromTemplate(template, language, { hasTalks }) })
}

/** A step in which the groups write notes for ten minutes, the parts that matter given. */
export function aPlanStep(traits: Partial<Step> = {}): Step {
  return sampleStep({
    title: 'Sammeln',
    instruction: 'Ein Gedanke je Zettel.',
    writableRoots: ['items'],
    where: 'groups',
    ...traits,
  })
}

/** The same plan with other parts of its run state. */
export function withRun(plan: Plan, change: Partial<RunState>): Plan {
  return { ...plan, run: { ...plan.run, ...change } }
}

/** The same plan with other facts. */
export function withFacts(plan: Plan, change: Partial<PlanFacts>): Plan {
  return { ...plan, facts: { ...plan.facts, ...change } }
}

/** The same plan in which the first step that is meant is another one. */
export function withStep(plan: Plan, isMeant: (step: Step) => boolean, change: Partial<Step>): Plan {
  const meant = stepThat(plan, isMeant)
  return withRun(plan, { steps: plan.run.steps.map((step) => (step === meant ? { ...step, ...change } : step)) })
}

/** The first step of the plan that is meant. */
export function stepThat({ run }: Plan, isMeant: (step: Step) => boolean): Step {
  const meant = run.steps.find(isMeant)
  if (!meant) throw new Error('the plan has no such step')
  return meant
}

/** The same plan in which the group with this letter is another one. */
export function withGroup(plan: Plan, letter: string, change: Partial<Group>): Plan {
  return withRun(plan, {
    groups: plan.run.groups.map((group) => (group.letter === letter ? { ...group, ...change } : group)),
  })
}

/** The same plan in which the board of the group with this letter holds something else. */
export function withBoard(plan: Plan, letter: string, change: Partial<BoardFacts>): Plan {
  const { id } = groupWith(plan, letter)
  return withFacts(plan, {
    boards: plan.facts.boards.map((board) => (board.groupId === id ? { ...board, ...change } : board)),
  })
}

/** The group with this letter. */
export function groupWith({ run }: Plan, letter: string): Group {
  const group = run.groups.find((other) => other.letter === letter)
  if (!group) throw new Error(`there is no group ${letter}`)
  return group
}

function aBoardOf({ id }: Group, canvases: BoardFacts['canvases']): BoardFacts {
  return { groupId: id, isReadable: true, canvases, items: 0, recommendations: 0 }
}
