import type { FaultControl } from '../fault-tools/FaultControl.ts'

/** How long a server's event loop stood still, seen from inside its process. Needs the fault `loopStalls`. */
export class LoopStalls {
  readonly #control: FaultControl

  constructor(control: FaultControl) {
    this.#control = control
  }

  /** The longest stall that began after a moment (`nowMs()` then), ms; 0 if none was longer than 10 ms. */
  longestSince(sinceMs: number): number {
    const stalls = this.#control.lines('loop-stalls').map((line) => line.split(' ').map(Number))
    return stalls.reduce((longest, [at = 0, ms = 0]) => (at - ms >= sinceMs ? Math.max(longest, ms) : longest), 0)
  }

  /** Now, on the clock of the stalls. */
  nowMs(): number {
    return performance.timeOrigin + performance.now()
  }
}
