/**
 * Runs a task soon after it was asked for, at most once per interval, and never twice at the same time.
 *
 * The first wish after a quiet time runs at once; wishes that come while the task runs or rests lead to one more run.
 */
export class Coalescer {
  readonly #intervalMs: number
  readonly #run: () => Promise<void>
  #timer: NodeJS.Timeout | null = null
  #isRunning = false
  #isWanted = false
  #isStopped = false
  #startedAt = Number.NEGATIVE_INFINITY

  /** `run` must not throw: what a failure means is its own business. */
  constructor(intervalMs: number, run: () => Promise<void>) {
    this.#intervalMs = intervalMs
    this.#run = run
  }

  wish(): void {
    this.#isWanted = true
    if (this.#isStopped || this.#isRunning || this.#timer) return
    const restMs = this.#startedAt + this.#intervalMs - performance.now()
    this.#timer = setTimeout(() => void this.#start(), Math.max(0, restMs))
  }

  /** No run begins after this. */
  stop(): void {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
  }

  async #start(): Promise<void> {
    this.#timer = null
    this.#isWanted = false
    this.#isRunning = true
    this.#startedAt = performance.now()
    await this.#run()
    this.#isRunning = false
    if (this.#isWanted) this.wish()
  }
}
