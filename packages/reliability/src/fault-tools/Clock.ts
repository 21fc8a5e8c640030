import type { FaultControl } from './FaultControl.ts'

/** The wall clock of a server's process. Needs the fault `clock`. */
export class Clock {
  readonly #control: FaultControl

  constructor(control: FaultControl) {
    this.#control = control
  }

  /** How far off the process's clock was when it was last set; 0 if it never was. */
  get shownOffsetMs(): number {
    const last = this.#control.lines('clock-shown-ms').at(-1)
    return last === undefined ? 0 : Number(last) - Date.now()
  }

  /** Set the clock that far off, from at most 20 ms later on. */
  set(offsetMs: number): void {
    this.#control.set('clock-offset-ms', String(offsetMs))
  }
}
