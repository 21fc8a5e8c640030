import type { FaultControl } from './FaultControl.ts'

/** A disk whose commits can be held back for a while. Needs the fault `slowDisk`. */
export class SlowDisk {
  readonly #control: FaultControl

  constructor(control: FaultControl) {
    this.#control = control
  }

  /** From now on commits wait. */
  stall(): void {
    this.#control.set('disk-stalled', '')
  }

  /** Let commits go on. */
  release(): void {
    this.#control.unset('disk-stalled')
  }

  /** How many commits have begun to wait so far. */
  get stallsBegun(): number {
    return this.#control.lines('disk-stalls-begun').length
  }

  /** How long the commits that have gone on had waited, ms. */
  get stallsMs(): readonly number[] {
    return this.#control.lines('disk-stalls-ended').map(Number)
  }
}
