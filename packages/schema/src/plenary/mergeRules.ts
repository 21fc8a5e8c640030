import type { MergeRule } from '../canvas/CanvasTemplate.ts'
import { CANVAS_KINDS, type CanvasKind } from '../canvas/Canvas.ts'
import { BARRIER_CAUSES, CHANNEL_TYPES, TOUCHPOINT_PHASES, type ItemAttributes } from '../item/Item.ts'
import { compareStrings } from '../order.ts'

/** The section of a field in which a merge rule shows an item; '' when the rule makes none or nothing is said. */
export function sectionOf(rule: MergeRule, attributes: ItemAttributes): string {
  switch (rule) {
    case 'by-cause':
      return attributes.cause ?? ''
    case 'by-phase':
      return attributes.phase ?? ''
    case 'channel-fit':
      return attributes.channelType ?? ''
    case 'by-organisation':
      return (attributes.organisation ?? '').trim().replace(/\s+/g, ' ')
    default:
      return ''
  }
}

/** Whether a rule folds items that say the same by itself. */
export function foldsDuplicates(rule: MergeRule): boolean {
  return rule === 'union-fold' || rule === 'channel-fit'
}

/** What two texts have in common when they say the same: no case, no spacing, no full stop at the end. */
export function sameWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!,;:]+$/, '')
}

const SECTION_RANKS = new Map<string, number>(
  [...BARRIER_CAUSES, ...TOUCHPOINT_PHASES, ...CHANNEL_TYPES].map((section, index) => [section, index]),
)

/** Order of sections: as their choice lists them, other names by code unit behind, what has none last. */
export function compareSections(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  const left = SECTION_RANKS.get(a) ?? SECTION_RANKS.size
  const right = SECTION_RANKS.get(b) ?? SECTION_RANKS.size
  return left - right || compareStrings(a, b)
}

/** What most canvases say; of equally many the first in the list of choices; null when none says anything. */
export function majorityKind(kinds: readonly (CanvasKind | null)[]): CanvasKind | null {
  let best: CanvasKind | null = null
  let most = 0
  for (const kind of CANVAS_KINDS) {
    const count = kinds.filter((other) => other === kind).length
    if (count > most) {
      best = kind
      most = count
    }
  }
  return best
}

/** Median and spread (largest minus smallest) of at least one figure. */
export function medianAndSpread(figures: readonly number[]): { median: number; spread: number } {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
  return { median, spread: (sorted.at(-1) as number) - (sorted[0] as number) }
}
