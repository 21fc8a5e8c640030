import type { ItemId, RecommendationId, SeatId, TargetGroupId } from '../ids.ts'
import type { ItemState, Visibility } from '../item/Item.ts'
import type { RichText } from '../RichText.ts'

/** Whom a recommendation is addressed to. */
export const ADDRESSEES = ['bund', 'land', 'kommune', 'kammer-verband', 'service-owner', 'cross-ministry'] as const
export type Addressee = (typeof ADDRESSEES)[number]

/** What kind of action it is. */
export const RECOMMENDATION_TYPES = [
  'campaign',
  'material',
  'training',
  'process',
  'product',
  'network',
  'data',
  'governance',
  'other',
] as const
export type RecommendationType = (typeof RECOMMENDATION_TYPES)[number]

/** now < 3 months, short < 6, medium < 24, long. */
export const HORIZONS = ['now', 'short', 'medium', 'long'] as const
export type Horizon = (typeof HORIZONS)[number]

/** Effort or impact as agreed by the group. */
export type Rating = 1 | 2 | 3 | 4 | 5

/** Short texts of a recommendation that several people can type in at once. */
export const RECOMMENDATION_TEXT_KEYS = [
  'title',
  'lead',
  'partners',
  'firstStep',
  'resources',
  'dependencies',
  'risks',
  'indicator',
] as const
export type RecommendationTextKey = (typeof RECOMMENDATION_TEXT_KEYS)[number]

/** Rich texts of a recommendation. */
export const RECOMMENDATION_RICH_TEXT_KEYS = ['description', 'rationale'] as const
export type RecommendationRichTextKey = (typeof RECOMMENDATION_RICH_TEXT_KEYS)[number]

/** The part of a recommendation that lives in the board document. */
export interface Recommendation {
  readonly id: RecommendationId
  readonly order: string
  readonly title: string
  readonly description: RichText
  readonly rationale: RichText
  readonly itemIds: readonly ItemId[]
  readonly targetGroupIds: readonly TargetGroupId[]
  readonly addressees: readonly Addressee[]
  readonly type: RecommendationType | null
  readonly lead: string
  readonly partners: string
  readonly firstStep: string
  /** ISO date. */
  readonly until: string | null
  readonly horizon: Horizon | null
  readonly effort: Rating | null
  readonly impact: Rating | null
  readonly resources: string
  readonly dependencies: string
  readonly risks: string
  readonly indicator: string
  readonly examples: readonly string[]
  readonly visibility: Visibility
  readonly state: ItemState
  readonly author: SeatId | null
  readonly createdAt: number | null
}

/** A change of scalar attributes: a value sets, null removes, an absent key stays. Lists are set as a whole. */
export interface RecommendationPatch {
  readonly targetGroupIds?: readonly TargetGroupId[]
  readonly addressees?: readonly Addressee[]
  readonly type?: RecommendationType | null
  readonly until?: string | null
  readonly horizon?: Horizon | null
  readonly effort?: Rating | null
  readonly impact?: Rating | null
  readonly examples?: readonly string[]
  readonly visibility?: Visibility
}
