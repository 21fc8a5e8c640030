import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { labelledPairs, pairsFile } from './labelledPairs.ts'
import { measureLikeness } from './measureLikeness.ts'

const FROZEN = {
  de: { sha256: '5645b485ce634312fd69a3d0872293ea31c6b15cedcf169d26138d6e2c041a89', tune: 150, held: 128 },
  en: { sha256: '7595e8d23e776905c9d93d4e4ba07c130657e65810e4816475dcd4896f24abd4', tune: 67, held: 73 },
} as const

describe.each(['de', 'en'] as const)('near-duplicates in %s', (language) => {
  const frozen = FROZEN[language]

  test('[L10] the labelled pairs and their halves are those that were frozen', () => {
    expect(createHash('sha256').update(pairsFile(language)).digest('hex')).toBe(frozen.sha256)
    expect(labelledPairs(language, 'tune')).toHaveLength(frozen.tune)
    expect(labelledPairs(language, 'held')).toHaveLength(frozen.held)
  })

  test('[L11] on the half that nothing was tuned on, at least 85 of 100 offers are right', () => {
    expect(measureLikeness(language, 'held').likeness.precision).toBeGreaterThanOrEqual(0.85)
  })

  test('[L12] on that half, more is found and less is wrong than by equal words and by bags of words', () => {
    const { likeness, exactMatch, bagOfWords } = measureLikeness(language, 'held')
    expect(likeness.f1).toBeGreaterThan(exactMatch.f1 + 0.1)
    expect(likeness.f1).toBeGreaterThan(bagOfWords.f1 + 0.1)
    expect(likeness.recall).toBeGreaterThan(0.7)
  })
})
