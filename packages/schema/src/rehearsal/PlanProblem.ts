import type { GroupId, StepId } from '../ids.ts'

/**
 * How much a fault of the plan weighs. `blocks`: something cannot work on the day. `warns`: it works, but people will
 * stumble. `hint`: worth a thought, often meant so.
 */
export const PLAN_SEVERITIES = ['blocks', 'warns', 'hint'] as const
export type PlanSeverity = (typeof PLAN_SEVERITIES)[number]

/** Every kind of fault that the check of the plan knows, with its weight; what each means says SPEC.md, section G. */
export const PLAN_FAULTS = {
  'step.untitled': 'warns',
  'step.withoutInstruction': 'warns',
  'step.silent': 'hint',
  'step.emptyPart': 'hint',
  'step.sameTitle': 'hint',
  'plan.empty': 'hint',
  'step.withoutTime': 'warns',
  'step.partsDiffer': 'warns',
  'plan.tooLong': 'warns',
  'plan.noBreak': 'hint',
  'step.withoutGroups': 'blocks',
  'hidden.withoutNotes': 'blocks',
  'hidden.neverShown': 'warns',
  'vote.withoutQuestion': 'warns',
  'vote.tooFewOptions': 'blocks',
  'vote.fieldMissing': 'blocks',
  'vote.withoutNotes': 'blocks',
  'vote.withoutRecommendations': 'blocks',
  'vote.figuresDisagree': 'warns',
  'screen.withoutVote': 'warns',
  'screen.plenaryClosed': 'warns',
  'screen.beforeGroupWork': 'warns',
  'screen.beforeRecommendations': 'warns',
  'board.unreadable': 'blocks',
  'group.withoutCanvas': 'warns',
  'group.withoutTask': 'warns',
  'group.sameName': 'warns',
  'talks.none': 'warns',
  'people.tooMany': 'blocks',
  'group.overfull': 'warns',
  'group.empty': 'hint',
  'team.single': 'hint',
  'link.noWayIn': 'blocks',
  'group.noWayIn': 'warns',
  'link.expiresEarly': 'warns',
  'link.noScreen': 'hint',
} as const satisfies Record<string, PlanSeverity>
export type PlanFault = keyof typeof PLAN_FAULTS

/** The codes of all faults, for schemas. */
export const PLAN_FAULT_CODES = Object.keys(PLAN_FAULTS) as readonly PlanFault[]

/** One fault that was found, where it is, and its numbers: minutes, people, places and so on, by name. */
export interface PlanProblem {
  readonly code: PlanFault
  readonly severity: PlanSeverity
  readonly stepId: StepId | null
  readonly groupId: GroupId | null
  readonly figures: Readonly<Record<string, number>>
}

/** A problem of its kind, with where it is and its figures as far as it has any. */
export function planProblem(
  code: PlanFault,
  at: Partial<Pick<PlanProblem, 'stepId' | 'groupId' | 'figures'>> = {},
): PlanProblem {
  return {
    code,
    severity: PLAN_FAULTS[code],
    stepId: at.stepId ?? null,
    groupId: at.groupId ?? null,
    figures: at.figures ?? {},
  }
}
