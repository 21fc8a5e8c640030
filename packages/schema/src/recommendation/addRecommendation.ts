import { internalsOf, readBoard, type Board } from '../Board.ts'
import { newId, type ItemId, type RecommendationId, type SeatId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import type { Json } from '../json.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { planInsertion } from '../order.ts'
import { plainTextOf, type RichText } from '../RichText.ts'
import { normaliseLine, normaliseRichText } from '../text.ts'
import { transact } from '../transact.ts'
import type { Writer } from '../Writer.ts'
import { ITEM_PREFIX } from './parseRecommendation.ts'
import {
  RECOMMENDATION_RICH_TEXT_KEYS,
  RECOMMENDATION_TEXT_KEYS,
  type RecommendationPatch,
  type RecommendationRichTextKey,
  type RecommendationTextKey,
} from './Recommendation.ts'
import { recommendationValues } from './recommendationValues.ts'

/** A new recommendation; only the title is needed. */
export interface NewRecommendation
  extends
    RecommendationPatch,
    Partial<Record<Exclude<RecommendationTextKey, 'title'>, string>>,
    Partial<Record<RecommendationRichTextKey, RichText>> {
  readonly title: string
  readonly itemIds?: readonly ItemId[]
  readonly state?: 'active' | 'parked'
  readonly author?: SeatId
  /** Epoch milliseconds; now if absent. */
  readonly createdAt?: number
  readonly id?: RecommendationId
}

/**
 * Add a recommendation at the end of the list. Null when one with this id is there already.
 *
 * @throws LimitExceeded `recommendation.tooMany` | `text.tooLong`, before anything is written
 */
export function addRecommendation(board: Board, recommendation: NewRecommendation): Applied<RecommendationId> | null {
  const count = internalsOf(board).roots.recommendations.size + 1
  assertWithin('recommendation.tooMany', count, LIMITS.recommendationsPerBoard)
  checkRecommendation(recommendation)
  return transact(board, 'addRecommendation', (write) => {
    if (recommendation.id !== undefined && write.entry('recommendations', recommendation.id)) return null
    return writeRecommendation(write, recommendation, claimLastOrder(board, write))
  })
}

/** Throws `LimitExceeded` if a text or list of it is too long. */
export function checkRecommendation(recommendation: NewRecommendation): void {
  for (const key of RECOMMENDATION_TEXT_KEYS) checkRecommendationText(key, recommendation[key] ?? '')
  for (const key of RECOMMENDATION_RICH_TEXT_KEYS) {
    const length = plainTextOf(recommendation[key] ?? []).length
    assertWithin('text.tooLong', length, LIMITS.recommendationTextCharactersHard)
  }
  recommendationValues(recommendation)
  assertWithin('recommendation.tooMany', recommendation.itemIds?.length ?? 0, LIMITS.linksPerRecommendation)
}

/** Throws `LimitExceeded` if a short text is too long for its key. */
export function checkRecommendationText(key: RecommendationTextKey, text: string): void {
  assertWithin('text.tooLong', text.length, key === 'title' ? LIMITS.titleCharacters : LIMITS.shortTextCharacters)
}

/** An order key behind all recommendations. */
export function claimLastOrder(board: Board, write: Writer): string {
  const list = readBoard(board).recommendations
  const plan = planInsertion(list, { at: list.length, count: 1 })
  for (const [id, order] of plan.renumbered) write.setSilently('recommendations', id, 'order', order)
  return plan.keys[0] as string
}

/** Write a checked recommendation; for operations that add one among other things. */
export function writeRecommendation(write: Writer, recommendation: NewRecommendation, order: string): RecommendationId {
  const id = recommendation.id ?? newId<RecommendationId>()
  const links = Object.fromEntries((recommendation.itemIds ?? []).map((itemId) => [ITEM_PREFIX + itemId, true]))
  const values: Record<string, Json> = {
    order,
    state: recommendation.state === 'parked' ? 'parked' : null,
    author: recommendation.author ?? null,
    createdAt: recommendation.createdAt ?? Date.now(),
    ...recommendationValues(recommendation),
    ...links,
  }
  const texts = Object.fromEntries(
    RECOMMENDATION_TEXT_KEYS.map((key) => [key, normaliseLine(recommendation[key] ?? '')]),
  )
  const richTexts = Object.fromEntries(
    RECOMMENDATION_RICH_TEXT_KEYS.map((key) => [key, normaliseRichText(recommendation[key] ?? [])]),
  )
  write.createWithBin('recommendations', id, { values, texts, richTexts })
  return id
}
