/** Entries that were folded into one; `id` is the head's key. */
export interface Fold {
  readonly id: string
  readonly headKey: string
  /** Without the head; sorted. */
  readonly entryKeys: readonly string[]
}

/** What the plenary decided about the merged view; content of the document `plenary/<workshopId>`. */
export interface PlenaryDecisions {
  readonly folds: readonly Fold[]
  /** Entries that were taken apart from others with the same words; those do not fold by themselves any more. */
  readonly apart?: readonly string[]
  /** Pair keys of entries or recommendations that look alike and are not the same. */
  readonly different?: readonly string[]
  /** Entry key → text that the plenary agreed on; the original stays in the group. */
  readonly wording: Readonly<Record<string, string>>
  /** Entry or recommendation key → fractional order inside its section. */
  readonly order: Readonly<Record<string, string>>
  /** Entry or recommendation key → its words when the plenary last decided about it or took note of a change. */
  readonly seen?: Readonly<Record<string, string>>
}
