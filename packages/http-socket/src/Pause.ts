/** Waiting that somebody can end: for a time, or until there is something to do. */
export class Pause {
  #wake: (() => void) | null = null
  #isWoken = false

  /** Resolves after `ms`, or when woken; at once if it was woken since the last wait. */
  async wait(ms?: number): Promise<void> {
    if (!this.#isWoken) {
      let timer: ReturnType<typeof setTimeout> | undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        if (ms !== undefined) timer = setTimeout(resolve, ms)
      })
      clearTimeout(timer)
      this.#wake = null
    }
    this.#isWoken = false
  }

  wake(): void {
    this.#isWoken = true
    this.#wake?.()
  }
}
