/** A section of a slide with the measured heights of its cards, in px. */
export interface MeasuredSection {
  readonly key: string
  /** Height of its heading, 0 if it has none. */
  readonly headingHeight: number
  readonly cardHeights: readonly number[]
}

export interface PageSize {
  readonly columns: number
  readonly height: number
  /** Space between two cards and below a heading, px. */
  readonly gap: number
  /** Space above a section that follows another one in the same column, px. */
  readonly sectionGap: number
}

/** A run of cards of one section inside one column. */
export interface PagePiece {
  readonly sectionKey: string
  readonly from: number
  readonly to: number
  /** Its first cards stand in an earlier column or on an earlier page. */
  readonly isContinued: boolean
}

export type PageColumn = readonly PagePiece[]
export type Page = readonly PageColumn[]

/**
 * Lay measured cards out in columns and pages so that every card is on exactly one page and nothing is cut off.
 *
 * A section stays together unless it is longer than a column; with no more sections than columns each gets a column of
 * its own. The number of pages is the smallest one, and within it the columns are balanced. A card higher than the page
 * stands alone.
 */
export function packPages(sections: readonly MeasuredSection[], size: PageSize): readonly Page[] {
  const filled = sections.filter((section) => section.cardHeights.length > 0)
  if (filled.length === 0) return []
  if (filled.length > 1 && filled.length <= size.columns) {
    const ownColumns = fillColumns(filled, size, size.height, true)
    if (ownColumns.length <= size.columns) return [ownColumns]
  }
  const fewest = pagesOf(fillColumns(filled, size, size.height, false), size.columns)
  return balance(filled, size, fewest.length) ?? fewest
}

/** The lowest column limit that needs no more pages than the full height does. */
function balance(sections: readonly MeasuredSection[], size: PageSize, pageCount: number): readonly Page[] | null {
  let low = 0
  let high = size.height
  let best: readonly Page[] | null = null
  while (high - low > 8) {
    const limit = (low + high) / 2
    const pages = pagesOf(fillColumns(sections, size, limit, false), size.columns)
    const isHigher = pages.flat().some((column) => columnHeight(column, sections, size) > Math.max(limit, 1))
    if (pages.length <= pageCount && !isHigher) {
      best = pages
      high = limit
    } else low = limit
  }
  return best
}

function fillColumns(
  sections: readonly MeasuredSection[],
  size: PageSize,
  limit: number,
  isOwnColumns: boolean,
): readonly PageColumn[] {
  const columns: PagePiece[][] = [[]]
  // A lone list flows at the balanced height; one of several sections is cut only where a column really ends.
  const cutAt = sections.length === 1 ? limit : size.height
  let used = 0
  const startColumn = (): void => {
    columns.push([])
    used = 0
  }
  for (const section of sections) {
    const before = used === 0 ? 0 : size.sectionGap
    const whole = sectionHeight(section, 0, section.cardHeights.length, size)
    if (used > 0 && (isOwnColumns || used + before + whole > limit)) startColumn()
    let from = 0
    while (from < section.cardHeights.length) {
      const top = used === 0 ? 0 : size.sectionGap
      let to = from + 1
      while (to < section.cardHeights.length && used + top + sectionHeight(section, from, to + 1, size) <= cutAt)
        to += 1
      columns.at(-1)!.push({ sectionKey: section.key, from, to, isContinued: from > 0 })
      used += top + sectionHeight(section, from, to, size)
      from = to
      if (from < section.cardHeights.length) startColumn()
    }
  }
  return columns
}

function pagesOf(columns: readonly PageColumn[], perPage: number): readonly Page[] {
  const pages: Page[] = []
  for (let index = 0; index < columns.length; index += perPage) pages.push(columns.slice(index, index + perPage))
  return pages
}

function columnHeight(column: PageColumn, sections: readonly MeasuredSection[], size: PageSize): number {
  return column.reduce((height, piece, index) => {
    const section = sections.find((candidate) => candidate.key === piece.sectionKey)!
    return height + (index === 0 ? 0 : size.sectionGap) + sectionHeight(section, piece.from, piece.to, size)
  }, 0)
}

function sectionHeight(section: MeasuredSection, from: number, to: number, size: PageSize): number {
  const cards = section.cardHeights.slice(from, to)
  const heading = section.headingHeight === 0 ? 0 : section.headingHeight + size.gap
  return heading + cards.reduce((sum, height) => sum + height, 0) + Math.max(0, cards.length - 1) * size.gap
}
