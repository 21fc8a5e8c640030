/**
 * One winner of a vote for each group in turn; whichever of both is longer goes round again: with more groups than
 * winners several work on the same, with more winners than groups a group gets several. Empty if either is.
 */
export function dealOut<W, G>(
  winners: readonly W[],
  groups: readonly G[],
): readonly { readonly winner: W; readonly group: G }[] {
  if (winners.length === 0 || groups.length === 0) return []
  return Array.from({ length: Math.max(winners.length, groups.length) }, (_, at) => ({
    winner: winners[at % winners.length] as W,
    group: groups[at % groups.length] as G,
  }))
}
