import type { Link, LinkKind } from './alignNotes.ts'

/** Why two notes are taken for the same, for people to read: words that both have, or a word of each. */
export type Reason =
  | { readonly code: 'shared'; readonly words: readonly string[] }
  | { readonly code: Exclude<LinkKind, 'same'>; readonly a: string; readonly b: string }

/** More reasons than these nobody reads. */
const MOST_WORDS = 6
const MOST_REASONS = 4

/** What tells most about how two notes are the same stands first. */
const RANKS: Readonly<Record<LinkKind, number>> = {
  same: 0,
  form: 1,
  abbreviation: 2,
  synonym: 3,
  typo: 4,
  compound: 5,
}

/** The reasons for a match, the words that both have first. */
export function reasonsOf(links: readonly Link[]): readonly Reason[] {
  const words = [...new Set(links.flatMap(({ kind, a }) => (kind === 'same' ? [a] : [])))]
  const others = links
    .filter(({ kind }) => kind !== 'same')
    .toSorted((x, y) => RANKS[x.kind] - RANKS[y.kind])
    .slice(0, MOST_REASONS)
    .map(({ kind, a, b }) => ({ code: kind as Exclude<LinkKind, 'same'>, a, b }))
  return words.length > 0 ? [{ code: 'shared', words: words.slice(0, MOST_WORDS) }, ...others] : others
}
