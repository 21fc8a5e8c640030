import type {
  ChannelFit,
  FieldTemplate,
  Group,
  PlenaryCanvas,
  PlenaryRecommendation,
  Rating,
} from '@tafelrunde/schema/plain'
import type { MergedCard } from '../mergedCards.ts'

/** A recommendation as the screen shows it: its place in the common list and who wrote it. */
interface NumberedRecommendation {
  readonly entry: PlenaryRecommendation
  readonly number: number
  readonly group: Group | undefined
}

/** One card on the screen; `key` names it, `content` changes whenever it may have another height. */
export type SlideCard = { readonly key: string; readonly content: string; readonly isDense: boolean } & (
  | {
      readonly kind: 'entry'
      readonly card: MergedCard
      /** Groups to name on the card: not the one that the whole slide or column is about. */
      readonly origins: readonly Group[]
      readonly field: FieldTemplate
      readonly fit: ChannelFit | undefined
      readonly isFresh: boolean
    }
  | ({ readonly kind: 'recommendation'; readonly isFresh: boolean } & NumberedRecommendation)
  | ({ readonly kind: 'commitment'; readonly isFresh: boolean } & NumberedRecommendation)
  | ({
      readonly kind: 'point'
      readonly isFresh: boolean
      readonly effort: Rating
      readonly impact: Rating
    } & NumberedRecommendation)
  | { readonly kind: 'target'; readonly canvas: PlenaryCanvas; readonly group: Group | undefined }
)

export interface SlideSection {
  readonly key: string
  /** '' for what belongs to no section; shown only where there are headings at all. */
  readonly section: string
  /** The group that the section is about, where each group has its own. */
  readonly group: Group | null
  readonly count: number
  readonly cards: readonly SlideCard[]
}

/** What a slide is about, for its title. */
export type SlideSubject =
  | { readonly type: 'field'; readonly field: FieldTemplate; readonly group: Group | null }
  | { readonly type: 'recommendations' | 'targets'; readonly group: Group | null }
  | { readonly type: 'ranking' | 'withoutLead' }
  /** Barriers without a recommendation, of so many in all, under the headings of their `field`. */
  | { readonly type: 'unanswered'; readonly of: number; readonly field: FieldTemplate }
  /** `open`: recommendations that have not been agreed on yet. */
  | { readonly type: 'commitments' | 'matrix'; readonly open: number }

/** One subject of the screen; shown on as many pages as it needs. */
export interface Slide {
  readonly key: string
  readonly subject: SlideSubject
  readonly hasHeadings: boolean
  readonly sections: readonly SlideSection[]
  readonly groups: number
  readonly entries: number
  readonly folded: number
}

/** Whether something was written just now. */
export type FreshTest = (key: string) => boolean
