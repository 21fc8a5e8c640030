/**
 * A sum of shares `votes / sharers` that does not depend on the order in which they are added: numerators are added as
 * integers per denominator, and the fractions in the order of their denominators.
 */
export class ShareSum {
  readonly #votesBySharers = new Map<number, number>()

  add(votes: number, sharers: number): void {
    this.#votesBySharers.set(sharers, (this.#votesBySharers.get(sharers) ?? 0) + votes)
  }

  get value(): number {
    const parts = [...this.#votesBySharers].toSorted(([a], [b]) => a - b)
    return parts.reduce((sum, [sharers, votes]) => sum + votes / sharers, 0)
  }
}

/** How many ballots share the weight of one vote: those of the same house, or only the ballot itself. */
export function sharersOf<B extends { readonly house: string | null }>(
  ballots: readonly B[],
  weight: 'seat' | 'organisation',
): (ballot: B) => number {
  const sizes = new Map<string, number>()
  for (const { house } of ballots) if (house !== null) sizes.set(house, (sizes.get(house) ?? 0) + 1)
  return ({ house }) => (weight === 'seat' || house === null ? 1 : (sizes.get(house) ?? 1))
}
