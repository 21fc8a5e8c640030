/**
 * Bounds of what a board may hold. They keep a board loadable on a managed notebook and a paste of a whole file out of
 * the document; the soft ones only warn.
 */
export const LIMITS = {
  /** Length meter of an item turns amber; nothing is refused. */
  itemCharacters: 600,
  /** Beyond this an item's text is refused: a note is not a document. */
  itemCharactersHard: 5_000,
  titleCharacters: 120,
  /** Other short texts of a recommendation, tags, links, labels. */
  shortTextCharacters: 500,
  summaryCharacters: 300,
  summaryCharactersHard: 3_000,
  recommendationTextCharactersHard: 10_000,
  messageCharacters: 160,
  tagCharacters: 60,
  tagsPerItem: 20,
  urlCharacters: 2_000,
  itemsPerBoard: 5_000,
  linesPerPaste: 200,
  /** Nobody writes so many in one step; it bounds what one seat can put on a board by being shown. */
  hiddenNotesPerSeat: 300,
  canvasesPerBoard: 40,
  servicesPerCanvas: 30,
  recommendationsPerBoard: 500,
  linksPerRecommendation: 200,
  examplesPerRecommendation: 30,
  sketchPerBoard: 2_000,
  pointsPerStroke: 4_000,
  /** A hundred and fifty people who agree with every question of a long harvest. */
  reactionsPerBoard: 20_000,
  labelCharacters: 120,
  groupsPerWorkshop: 60,
  /** One update of a client, in bytes; the front layer refuses more. A 5,000-character item is about 10 kB. */
  updateBytes: 1_000_000,
} as const

/** What was exceeded, as a code of the error table. */
export type LimitCode =
  | 'item.tooLong'
  | 'item.tooMany'
  | 'text.tooLong'
  | 'canvas.tooMany'
  | 'recommendation.tooMany'
  | 'sketch.tooMany'
  | 'sketch.tooLong'
  | 'reaction.tooMany'

/** Thrown before anything is written, so the caller still has the text and can say what is too much. */
export class LimitExceeded extends Error {
  readonly code: LimitCode
  readonly limit: number
  readonly actual: number

  constructor(code: LimitCode, size: { limit: number; actual: number }) {
    super(`${code}: ${size.actual} of at most ${size.limit}`)
    this.name = 'LimitExceeded'
    this.code = code
    this.limit = size.limit
    this.actual = size.actual
  }
}

/** Throws `LimitExceeded` if `actual` is above `limit`. */
export function assertWithin(code: LimitCode, actual: number, limit: number): void {
  if (actual > limit) throw new LimitExceeded(code, { limit, actual })
}
