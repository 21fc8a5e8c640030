import type * as Y from 'yjs'

interface Range {
  readonly from: number
  readonly until: number
}

/** A set of struct ids, as ranges of clocks by client. */
export class ClockRanges {
  readonly #byClient = new Map<number, Range[]>()

  add(id: Y.ID, length: number): void {
    const ranges = this.#byClient.get(id.client) ?? []
    ranges.push({ from: id.clock, until: id.clock + length })
    this.#byClient.set(id.client, ranges)
  }

  /** Whether an update writes one of them. */
  areWrittenBy({ structs }: Pick<ReturnType<typeof Y.decodeUpdate>, 'structs'>): boolean {
    return structs.some(({ id, length }) => this.#has(id.client, id.clock, id.clock + length))
  }

  /** Whether an update deletes one of them. */
  areDeletedBy({ ds }: Pick<ReturnType<typeof Y.decodeUpdate>, 'ds'>): boolean {
    for (const [client, deletions] of ds.clients) {
      if (deletions.some(({ clock, len }) => this.#has(client, clock, clock + len))) return true
    }
    return false
  }

  #has(client: number, from: number, until: number): boolean {
    return this.#byClient.get(client)?.some((range) => range.from < until && from < range.until) ?? false
  }
}
