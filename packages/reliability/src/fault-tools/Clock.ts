import type { FaultControl } from './FaultControl.ts'

/** The wall clock of a server's process. Needs the fault `clock`. */
export class Clock {
  readonly #control: FaultControl

  constructor(control: FaultControl) {
    this.#control = control
  }

  /** Set the clock that far off, from at most 20 ms later on. */
  set(offsetMs: number): void {
    this.#control.set('clock-offset-ms', String(offsetMs))
  }
}
