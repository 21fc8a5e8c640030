import { PLAN_FAULT_CODES, PLAN_SEVERITIES } from '@tafelrunde/schema/plain'
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
