import type { PlenaryView } from './PlenaryView.ts'

/** Everything that the cards of these entries show: the entries themselves and what has folded under them. */
export function cardKeysOf(view: PlenaryView, keys: readonly string[]): readonly string[] {
  const cards = new Set(keys)
  const under = view.entries.filter(({ foldedInto }) => foldedInto !== null && cards.has(foldedInto))
  return [...new Set([...keys, ...under.map(({ key }) => key)])]
}
