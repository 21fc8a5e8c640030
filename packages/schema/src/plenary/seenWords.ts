import { LIMITS } from '../limits.ts'
import { plainTextOf } from '../RichText.ts'
import type { Recommendation } from '../recommendation/Recommendation.ts'
import { cutText, normaliseText } from '../text.ts'

/** Longest words that are remembered: a title and a description. */
const MAX_CHARACTERS = LIMITS.titleCharacters + 1 + LIMITS.recommendationTextCharactersHard

/** Words in the form in which they are remembered, so that only what people see as a change counts as one. */
export function comparableWords(words: string): string {
  return cutText(normaliseText(words), MAX_CHARACTERS)
}

/** What a recommendation says, as far as a later change is worth telling: its title and its description. */
export function wordsOfRecommendation({ title, description }: Recommendation): string {
  return [title, plainTextOf(description)].filter((part) => part !== '').join('\n')
}

/** The remembered words if they are others than those of now, else null. */
export function changedSince(seen: string | undefined, now: string): string | null {
  return seen === undefined || seen === comparableWords(now) ? null : seen
}
