/** Something that happens at a point in virtual time. */
interface Appointment {
  readonly at: number
  /** Of two at the same time the one that was made first comes first. */
  readonly number: number
  readonly run: () => void
  isCancelled: boolean
}

/** What `setTimeout` gives back in virtual time; keeps the surface of Node's timers that servers use. */
class VirtualTimer {
  readonly cancel: () => void

  constructor(cancel: () => void) {
    this.cancel = cancel
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
  hasRef(): boolean {
    return true
  }
}

const realSetImmediate = setImmediate

/**
 * Time that passes only when somebody lets it, so that hours of a server run in milliseconds and every run is the same.
 *
 * 1. Appointments happen in the order of their time, those of the same time in the order in which they were made.
 * 2. Between two of them every promise that can go on has gone on.
 * 3. `install` lets code that uses the global timers, `Date.now` and `performance.now` live in this time.
 */
export class VirtualClock {
  #now: number
  readonly #startedAt: number
  #numbers = 0
  readonly #heap: Appointment[] = []

  /** @param startAt epoch milliseconds at which it begins */
  constructor(startAt = Date.UTC(2026, 0, 5, 9)) {
    this.#now = startAt
    this.#startedAt = startAt
  }

  /** Epoch milliseconds. */
  get now(): number {
    return this.#now
  }

  /** Milliseconds since it began. */
  get elapsedMs(): number {
    return this.#now - this.#startedAt
  }

  /** Have something happen after so many milliseconds; call the result to prevent it. */
  after(ms: number, run: () => void): () => void {
    const delay = Number.isFinite(ms) && ms > 0 ? ms : 0
    const appointment = { at: this.#now + delay, number: (this.#numbers += 1), run, isCancelled: false }
    this.#push(appointment)
    return () => {
      appointment.isCancelled = true
    }
  }

  /** Let the next appointment happen; false if there is none until `untilMs` (epoch milliseconds). */
  async step(untilMs = Infinity): Promise<boolean> {
    while (this.#heap[0]?.isCancelled) this.#pop()
    const next = this.#heap[0]
    if (!next || next.at > untilMs) return false
    this.#pop()
    this.#now = next.at
    next.run()
    await this.settle()
    return true
  }

  /** Let so many milliseconds pass. */
  async run(ms: number): Promise<void> {
    const until = this.#now + ms
    await this.settle()
    while (await this.step(until)) continue
    this.#now = until
  }

  /** Let time pass until the condition holds; false if it does not within so many milliseconds. */
  async runUntil(condition: () => boolean, withinMs: number): Promise<boolean> {
    const until = this.#now + withinMs
    await this.settle()
    while (!condition()) {
      if (!(await this.step(until))) {
        this.#now = until
        return condition()
      }
    }
    return true
  }

  /** Let every promise go on that can, without letting time pass. */
  settle(): Promise<void> {
    return new Promise((resolve) => realSetImmediate(resolve))
  }

  /** Put this clock in the place of the global timers and times; call the result to take it out again. */
  install(): () => void {
    const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } = globalThis
    const realDateNow: () => number = Date.now
    const realPerformanceNow = Object.getOwnPropertyDescriptor(performance, 'now')
    const later = (run: (...values: unknown[]) => void, ms = 0, ...values: unknown[]): VirtualTimer =>
      new VirtualTimer(this.after(ms, () => run(...values)))
    const cancel = (timer: unknown): void => {
      if (timer instanceof VirtualTimer) timer.cancel()
    }
    Object.assign(globalThis, {
      setTimeout: later,
      clearTimeout: cancel,
      setInterval: (run: () => void, ms = 0) => this.#every(Math.max(1, ms), run),
      clearInterval: cancel,
      setImmediate: (run: () => void) => later(run),
      clearImmediate: cancel,
    })
    Date.now = () => this.#now
    Object.defineProperty(performance, 'now', { configurable: true, value: () => this.elapsedMs })
    return () => {
      Object.assign(globalThis, {
        setTimeout,
        clearTimeout,
        setInterval,
        clearInterval,
        setImmediate,
        clearImmediate,
      })
      Date.now = realDateNow
      if (realPerformanceNow) Object.defineProperty(performance, 'now', realPerformanceNow)
      else Reflect.deleteProperty(performance, 'now')
    }
  }

  #every(ms: number, run: () => void): VirtualTimer {
    const again = (): void => {
      cancel = this.after(ms, again)
      run()
    }
    let cancel = this.after(ms, again)
    return new VirtualTimer(() => cancel())
  }

  #push(appointment: Appointment): void {
    const heap = this.#heap
    let at = heap.length
    heap.push(appointment)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isBefore(appointment, heap[parent] as Appointment)) break
      heap[at] = heap[parent] as Appointment
      at = parent
    }
    heap[at] = appointment
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= heap.length) break
      const right = heap[child + 1]
      if (right && isBefore(right, heap[child] as Appointment)) child += 1
      if (!isBefore(heap[child] as Appointment, last)) break
      heap[at] = heap[child] as Appointment
      at = child
    }
    heap[at] = last
  }
}

function isBefore(one: Appointment, other: Appointment): boolean {
  return one.at < other.at || (one.at === other.at && one.number < other.number)
}
