import type { MeasuredSection, Page, PagePiece, PageSize } from '../packPages.ts'

/**
 * Lay out sections side by side so that each keeps its own column over all pages; what does not fit goes on in the same
 * column of the next page. A section that is through stays with its heading, so that no column changes its owner.
 */
export function packColumns(
  sections: readonly MeasuredSection[],
  size: Pick<PageSize, 'height' | 'gap'>,
): readonly Page[] {
  const windows = sections.map((section) => windowsOf(section, size))
  const pages = Math.max(1, ...windows.map(({ length }) => length))
  return Array.from({ length: sections.some(({ cardHeights }) => cardHeights.length > 0) ? pages : 0 }, (_, at) =>
    sections.map(({ key, cardHeights }, column) => {
      const end = cardHeights.length
      return [windows[column]?.[at] ?? { sectionKey: key, from: end, to: end, isContinued: at > 0 }]
    }),
  )
}

function windowsOf(
  { key, headingHeight, cardHeights }: MeasuredSection,
  { height, gap }: Pick<PageSize, 'height' | 'gap'>,
): readonly PagePiece[] {
  const pieces: PagePiece[] = []
  let from = 0
  while (from < cardHeights.length) {
    let used = headingHeight + gap + (cardHeights[from] ?? 0)
    let to = from + 1
    while (to < cardHeights.length && used + gap + (cardHeights[to] ?? 0) <= height) {
      used += gap + (cardHeights[to] ?? 0)
      to += 1
    }
    pieces.push({ sectionKey: key, from, to, isContinued: from > 0 })
    from = to
  }
  return pieces
}
