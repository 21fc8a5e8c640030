/** How far a recommendation has come; a withdrawn one is a draft again and keeps its code. */
export const RECOMMENDATION_STATUSES = ['draft', 'submitted'] as const
export type RecommendationStatus = (typeof RECOMMENDATION_STATUSES)[number]

/** What the server knows of a recommendation beside its board: must not be forgeable, so it is in no document. */
export interface RecommendationStanding {
  /** `${groupId}/${recommendationId}` */
  readonly key: string
  readonly code: string | null
  readonly status: RecommendationStatus
  readonly priority: number | null
}
