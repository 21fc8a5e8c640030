import { PLAN_FAULT_CODES, PLAN_SEVERITIES, REHEARSAL_FAULT_CODES } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { Id } from './common.ts'

/** One fault of the plan; what its code means says section G of the schema package's SPEC.md. */
export const PlanProblemRecord = z.object({
  code: z.enum(PLAN_FAULT_CODES),
  severity: z.enum(PLAN_SEVERITIES),
  stepId: Id.nullable(),
  groupId: Id.nullable(),
  /** Minutes, people, places and so on, by name. */
  figures: z.record(z.string(), z.number()),
})
export type PlanProblemRecord = z.infer<typeof PlanProblemRecord>

/** `GET /api/v1/workshops/:id/plan-check` (moderators): what would go wrong on the day, the worst first. */
export const PlanCheckResponse = z.object({ problems: z.array(PlanProblemRecord) })
export type PlanCheckResponse = z.infer<typeof PlanCheckResponse>

/** One problem that the simulated people of a rehearsal met; what its code means says section G as well. */
export const RehearsalProblemRecord = PlanProblemRecord.extend({ code: z.enum(REHEARSAL_FAULT_CODES) })
export type RehearsalProblemRecord = z.infer<typeof RehearsalProblemRecord>

/** Where a rehearsal is: people come in, go through the steps, and at the end everything is looked at and deleted. */
export const REHEARSAL_PHASES = ['arriving', 'steps', 'ending', 'over'] as const

/** How a rehearsal has ended: to its end, by a moderator, or for a reason of the error table. */
export const REHEARSAL_OUTCOMES = ['finished', 'stopped', 'failed'] as const

/** What the simulated people have done so far. */
export const RehearsalCounts = z.object({
  people: z.number(),
  notes: z.number(),
  recommendations: z.number(),
  ballots: z.number(),
  calls: z.number(),
  /** How often somebody was cut off and came back. */
  returns: z.number(),
})
export type RehearsalCounts = z.infer<typeof RehearsalCounts>

/** A rehearsal of a workshop. Times are epoch milliseconds of the server. */
export const RehearsalRecord = z.object({
  id: Id,
  startedAt: z.number(),
  phase: z.enum(REHEARSAL_PHASES),
  /** The step that people go through, counted from 1; 0 before the first one. */
  step: z.number(),
  steps: z.number(),
  stepId: Id.nullable(),
  counts: RehearsalCounts,
  /** Null while it runs. */
  outcome: z.enum(REHEARSAL_OUTCOMES).nullable(),
  endedAt: z.number().nullable(),
  /** Code of the error table; null unless it has failed. */
  failure: z.string().nullable(),
  /** The worst first; also what was met before a stop. Empty while it runs. */
  problems: z.array(RehearsalProblemRecord),
})
export type RehearsalRecord = z.infer<typeof RehearsalRecord>

/**
 * `GET`, `POST` and `DELETE /api/v1/workshops/:id/rehearsal` (moderators): look at the last rehearsal of the workshop,
 * start one (202), stop the one that runs. Null: there was none since the server started.
 */
export const RehearsalResponse = z.object({ rehearsal: RehearsalRecord.nullable() })
export type RehearsalResponse = z.infer<typeof RehearsalResponse>
