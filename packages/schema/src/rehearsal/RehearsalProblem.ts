import type { PlanProblem, PlanSeverity } from './PlanProblem.ts'

/** Every kind of problem that a rehearsal can meet, with its weight; what each means says SPEC.md, section G. */
export const REHEARSAL_FAULTS = {
  'people.keptOut': 'blocks',
  'people.withoutGroup': 'blocks',
  'group.unreached': 'warns',
  'board.unreachable': 'blocks',
  'step.notStarted': 'blocks',
  'notes.refused': 'blocks',
  'notes.onlyBeside': 'warns',
  'recommendations.refused': 'blocks',
  'edits.unsaved': 'blocks',
  'text.lost': 'blocks',
  'hidden.nothing': 'warns',
  'hidden.missing': 'blocks',
  'vote.nothing': 'blocks',
  'vote.single': 'warns',
  'vote.notOpened': 'blocks',
  'vote.nobody': 'blocks',
  'vote.groupLeftOut': 'warns',
  'winners.refused': 'warns',
  'help.unseen': 'blocks',
  'ready.unseen': 'warns',
  'screen.empty': 'warns',
  'plenary.empty': 'warns',
  'plenary.refused': 'blocks',
  'end.open': 'blocks',
  'export.missing': 'blocks',
} as const satisfies Record<string, PlanSeverity>
export type RehearsalFault = keyof typeof REHEARSAL_FAULTS

/** The codes of all of them, for schemas. */
export const REHEARSAL_FAULT_CODES = Object.keys(REHEARSAL_FAULTS) as readonly RehearsalFault[]

/** One problem that a rehearsal met, where it was, and its numbers: people, texts, seconds and so on, by name. */
export interface RehearsalProblem extends Omit<PlanProblem, 'code'> {
  readonly code: RehearsalFault
}

/** A problem of its kind, with where it was and its figures as far as it has any. */
export function rehearsalProblem(
  code: RehearsalFault,
  at: Partial<Pick<RehearsalProblem, 'stepId' | 'groupId' | 'figures'>> = {},
): RehearsalProblem {
  return {
    code,
    severity: REHEARSAL_FAULTS[code],
    stepId: at.stepId ?? null,
    groupId: at.groupId ?? null,
    figures: at.figures ?? {},
  }
}
