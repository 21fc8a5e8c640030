import type { PlenaryRecommendation } from '@tafelrunde/schema/plain'

/** The keys in the order of their priority after one of them was put at a place of it, or taken out (null). */
export function prioritised(
  recommendations: readonly Pick<PlenaryRecommendation, 'key' | 'priority'>[],
  key: string,
  priority: number | null,
): readonly string[] {
  const others = recommendations
    .filter((other) => other.priority !== null && other.key !== key)
    .toSorted((a, b) => (a.priority ?? 0) - (b.priority ?? 0))
    .map((other) => other.key)
  return priority === null ? others : others.toSpliced(priority - 1, 0, key)
}
