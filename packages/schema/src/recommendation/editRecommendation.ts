import type { Board } from '../Board.ts'
import type { RecommendationId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { plainTextOf, type RichText } from '../RichText.ts'
import { normaliseLine, normaliseRichText } from '../text.ts'
import { transact } from '../transact.ts'
import { checkRecommendationText } from './addRecommendation.ts'
import { ADDRESSEE_PREFIX, TARGET_GROUP_PREFIX } from './parseRecommendation.ts'
import type { RecommendationPatch, RecommendationRichTextKey, RecommendationTextKey } from './Recommendation.ts'
import { recommendationValues } from './recommendationValues.ts'

/**
 * Set a short text by the smallest splice: two people typing in it merge.
 *
 * @throws LimitExceeded `text.tooLong`, before anything is written
 */
export function editRecommendationText(
  board: Board,
  id: RecommendationId,
  key: RecommendationTextKey,
  text: string,
): Applied<true> | null {
  checkRecommendationText(key, text)
  return transact(board, 'editRecommendationText', (write) => {
    write.text('recommendations', id, key, normaliseLine(text))
    return true
  })
}

/**
 * Set the description or rationale, changing as little of it as possible.
 *
 * @throws LimitExceeded `text.tooLong`, before anything is written
 */
export function editRecommendationRichText(
  board: Board,
  id: RecommendationId,
  key: RecommendationRichTextKey,
  text: RichText,
): Applied<true> | null {
  assertWithin('text.tooLong', plainTextOf(text).length, LIMITS.recommendationTextCharactersHard)
  return transact(board, 'editRecommendationRichText', (write) => {
    write.richText('recommendations', id, key, normaliseRichText(text))
    return true
  })
}

/**
 * Change attributes. Of lists only the difference is written, so that what two people add at once stays.
 *
 * @throws LimitExceeded `recommendation.tooMany`, before anything is written
 */
export function setRecommendation(
  board: Board,
  id: RecommendationId,
  patch: RecommendationPatch,
): Applied<true> | null {
  const values = recommendationValues(patch)
  return transact(board, 'setRecommendation', (write) => {
    const entry = write.entry('recommendations', id)
    const lists = [
      ...(patch.targetGroupIds ? [TARGET_GROUP_PREFIX] : []),
      ...(patch.addressees ? [ADDRESSEE_PREFIX] : []),
    ]
    for (const key of [...(entry?.keys() ?? [])]) {
      const isDropped = lists.some((prefix) => key.startsWith(prefix)) && !Object.hasOwn(values, key)
      if (isDropped) write.set('recommendations', id, key, null)
    }
    for (const [key, value] of Object.entries(values)) write.set('recommendations', id, key, value)
    return true
  })
}
