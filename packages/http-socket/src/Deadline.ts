/** A timer that fires this late did not wait for the network: the page was asleep. */
const ASLEEP_MS = 5_000

/** Aborts a request when its time is over or the socket's life ends; must be cleared when the request is done. */
export class Deadline {
  readonly #controller = new AbortController()
  readonly #life: AbortSignal
  #timer: ReturnType<typeof setTimeout> | undefined
  #isOver = false
  #wasAsleep = false

  constructor(ms: number, life: AbortSignal) {
    this.#life = life
    if (life.aborted) this.abort()
    life.addEventListener('abort', this.abort)
    this.extend(ms)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** The time was over before the request was done. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** The time was over because the page slept; that says nothing about the network. */
  get wasAsleep(): boolean {
    return this.#wasAsleep
  }

  /** Begin anew. */
  extend(ms: number): void {
    clearTimeout(this.#timer)
    const dueAt = Date.now() + ms
    this.#timer = setTimeout(() => {
      this.#isOver = true
      this.#wasAsleep = Date.now() - dueAt > ASLEEP_MS
      this.abort()
    }, ms)
  }

  readonly abort = (): void => this.#controller.abort()

  clear(): void {
    clearTimeout(this.#timer)
    this.#life.removeEventListener('abort', this.abort)
  }
}
