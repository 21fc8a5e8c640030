import * as Y from 'yjs'

/** Which edits a receiver holds, by client: all below a clock. */
export class Coverage {
  readonly #next = new Map<number, number>()
  readonly #early: { readonly client: number; readonly from: number; readonly to: number }[] = []

  /** Takes an update in; calls back for each client whose covered range grew, with the clock below which all is held. */
  add(update: Uint8Array, onGrown?: (client: number, next: number) => void): void {
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, end] of to) {
      if (this.#extend(client, from.get(client) ?? 0, end)) onGrown?.(client, this.next(client))
    }
  }

  /** All below this clock of the client is held. */
  next(client: number): number {
    return this.#next.get(client) ?? 0
  }

  #extend(client: number, from: number, to: number): boolean {
    const next = this.next(client)
    if (to <= next) return false
    if (from > next) {
      this.#early.push({ client, from, to }) // overtook an edit that it follows; counted once that one is here
      return false
    }
    this.#next.set(client, to)
    for (let at = this.#early.findIndex((range) => range.client === client && range.from <= to); at !== -1;) {
      const [range] = this.#early.splice(at, 1)
      if (range && range.to > this.next(client)) this.#next.set(client, range.to)
      at = this.#early.findIndex((other) => other.client === client && other.from <= this.next(client))
    }
    return true
  }
}
