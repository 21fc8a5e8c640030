/** A timer that is so late will not come any more: something threw before it could run, and the next wish sets another. */
const LOST_AFTER_MS = 2_000

/**
 * Runs a task soon after it was asked for, at most once per interval, and never twice at the same time.
 *
 * The first wish after a quiet time runs at once; wishes that come while the task runs or rests lead to one more run.
 */
export class Coalescer {
  readonly #intervalMs: () => number
  readonly #run: () => Promise<void>
  #timer: NodeJS.Timeout | null = null
  #isRunning = false
  #isWanted = false
  #isStopped = false
  #afterThisRun: (() => void)[] = []
  #afterNextRun: (() => void)[] = []
  #startedAt = Number.NEGATIVE_INFINITY
  #dueAt = Number.NEGATIVE_INFINITY

  /** An interval can change; it counts from the next wish. `run` must not throw: what a failure means is its own business. */
  constructor(intervalMs: number | (() => number), run: () => Promise<void>) {
    this.#intervalMs = typeof intervalMs === 'number' ? () => intervalMs : intervalMs
    this.#run = run
  }

  wish(): void {
    this.#isWanted = true
    if (this.#isStopped || this.#isRunning || (this.#timer && performance.now() < this.#dueAt + LOST_AFTER_MS)) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#dueAt = Math.max(performance.now(), this.#startedAt + this.#intervalMs())
    this.#timer = setTimeout(() => void this.#start(), Math.max(0, this.#dueAt - performance.now()))
  }

  /** Resolves when every wish made so far has been served; at once when there is none. */
  served(): Promise<void> {
    if (this.#isStopped || (!this.#isRunning && !this.#timer)) return Promise.resolve()
    const waiting = this.#isRunning && !this.#isWanted ? this.#afterThisRun : this.#afterNextRun
    return new Promise((resolve) => waiting.push(resolve))
  }

  /** No run begins after this; nobody waits any more. */
  stop(): void {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
    for (const resolve of [...this.#afterThisRun.splice(0), ...this.#afterNextRun.splice(0)]) resolve()
  }

  async #start(): Promise<void> {
    this.#timer = null
    this.#isWanted = false
    this.#isRunning = true
    this.#startedAt = performance.now()
    this.#afterThisRun = this.#afterNextRun
    this.#afterNextRun = []
    await this.#run()
    this.#isRunning = false
    for (const resolve of this.#afterThisRun.splice(0)) resolve()
    if (this.#isWanted) this.wish()
  }
}
