import type { Json } from '../json.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { safeUrl } from '../text.ts'
import { ADDRESSEE_PREFIX, TARGET_GROUP_PREFIX } from './parseRecommendation.ts'
import type { RecommendationPatch } from './Recommendation.ts'

const SCALARS = ['type', 'until', 'horizon', 'effort', 'impact'] as const

/** Attributes of a recommendation as they are stored: lists of ids as a key each, everything else as it is. */
export function recommendationValues(patch: RecommendationPatch): Record<string, Json> {
  const values: Record<string, Json> = {}
  for (const key of SCALARS) if (patch[key] !== undefined) values[key] = patch[key]
  if (patch.visibility !== undefined) values['visibility'] = patch.visibility === 'public' ? 'public' : null
  if (patch.examples !== undefined) {
    assertWithin('recommendation.tooMany', patch.examples.length, LIMITS.examplesPerRecommendation)
    const links = patch.examples.flatMap((link) => safeUrl(link) ?? [])
    values['examples'] = links.length > 0 ? links : null
  }
  for (const id of patch.targetGroupIds ?? []) values[TARGET_GROUP_PREFIX + id] = true
  for (const addressee of patch.addressees ?? []) values[ADDRESSEE_PREFIX + addressee] = true
  return values
}
