import type { FaultControl } from './FaultControl.ts'
import type { StallingDisk } from './StallingDisk.ts'

/** A disk whose commits can be held back for a while. Needs the fault `slowDisk`. */
export class SlowDisk implements StallingDisk {
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

  /** A commit has begun to wait and not gone on. */
  get isStalling(): boolean {
    return this.#control.lines('disk-stalls-begun').length > this.#control.lines('disk-stalls-ended').length
  }

  /** How long the commits that have gone on had waited, ms. */
  get stallsMs(): readonly number[] {
    return this.#control.lines('disk-stalls-ended').map(Number)
  }
}
