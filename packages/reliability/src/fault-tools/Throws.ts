import type { FaultControl } from './FaultControl.ts'

/** Places in a server's process that can be made to throw: hooks, timers, workers. Needs the fault `throws`. */
export class Throws {
  readonly #control: FaultControl

  constructor(control: FaultControl) {
    this.#control = control
  }

  /** Every place that the server has passed so far. */
  get places(): readonly string[] {
    return Array.from(new Set(this.#control.lines('places')))
  }

  /** From now on the place throws each time. */
  begin(place: string): void {
    this.#control.set('throwing', place)
  }

  end(): void {
    this.#control.unset('throwing')
  }

  /** How often a place has thrown. */
  timesThrown(place: string): number {
    return this.#control.lines('thrown').filter((line) => line === place).length
  }
}
