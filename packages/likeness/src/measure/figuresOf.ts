/** What a decision at a threshold is worth. */
export interface Figures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** A pair with how alike it was found, and whether it is the same thought. */
export interface Judged {
  readonly score: number
  readonly isSame: boolean
}

/** Precision, recall and F1 when everything from `threshold` on is called the same. */
export function figuresOf(judged: readonly Judged[], threshold: number): Figures {
  const called = judged.filter(({ score }) => score >= threshold)
  const right = called.filter(({ isSame }) => isSame).length
  const all = judged.filter(({ isSame }) => isSame).length
  const precision = called.length === 0 ? 1 : right / called.length
  const recall = all === 0 ? 1 : right / all
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

/** The threshold with the best F1, the lowest of equally good ones. */
export function bestThreshold(judged: readonly Judged[]): number {
  const candidates = [...new Set(judged.map(({ score }) => score))].toSorted((a, b) => a - b)
  let best = { threshold: 1, f1: -1 }
  for (const threshold of candidates) {
    const { f1 } = figuresOf(judged, threshold)
    if (f1 > best.f1) best = { threshold, f1 }
  }
  return best.threshold
}
