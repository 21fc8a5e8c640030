import type { WorkshopId, RunState } from '@tafelrunde/schema/plain'
import type { Log } from '../../observability/log.ts'
import { softEndsOf } from './softEnds.ts'

/** A clock that was set is noticed within a minute; a step that ends sooner is waited for exactly. */
const MAX_SLEEP_MS = 60_000

/** A disk that refuses is given time to recover, and people go on writing meanwhile. */
const RETRY_MS = 10_000

/** What the clock needs. */
export interface StepClockParts {
  readonly runStates: { onKnown(listener: (workshopId: WorkshopId, run: RunState) => void): () => void }
  /** Server time, epoch milliseconds; can be set. */
  readonly now: () => number
  /** Milliseconds since some moment; cannot be set. */
  readonly elapsed: () => number
  readonly log: Pick<Log, 'error'>
  /** Carry out the ends with these keys; what is not due any more it leaves alone. */
  readonly end: (workshopId: WorkshopId, dueKeys: ReadonlySet<string>) => Promise<void>
}

interface Waiting {
  readonly key: string
  readonly closesAt: number
  /** As `elapsed`: when the time that was left at first has passed. */
  readonly dueAt: number
}

/**
 * Ends soft steps when their time is up, of all workshops that are in memory.
 *
 * [SC1] One timer for all: it sleeps until the next end, and not at all while none is to come.
 * [SC2] An end comes when the server's clock has reached it and the time until then has really passed. A clock that is
 *       set forward ends no step early; one that is set back ends none while everybody's timer shows time left.
 * [SC3] The ends of a workshop are known when its run state is, and nobody writes before that. So a restart loads no
 *       workshop: whoever comes back first brings its ends, overdue ones at once.
 * [SC4] The ends of one workshop come one after another and hold up no other. One that fails is tried again.
 */
export class StepClock {
  readonly #parts: StepClockParts
  readonly #waiting = new Map<WorkshopId, readonly Waiting[]>()
  readonly #ending = new Set<WorkshopId>()
  readonly #stopListening: () => void
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(parts: StepClockParts) {
    this.#parts = parts
    this.#stopListening = parts.runStates.onKnown((workshopId, run) => this.#learn(workshopId, run))
  }

  /** Nothing ends any more. */
  close(): void {
    this.#isClosed = true
    this.#stopListening()
    clearTimeout(this.#timer)
  }

  #learn(workshopId: WorkshopId, run: RunState): void {
    const known = new Map(this.#waiting.get(workshopId)?.map((end) => [end.key, end]))
    const { now, elapsed } = this.#parts
    const waiting = softEndsOf(run).map(
      ({ key, closesAt }) => known.get(key) ?? { key, closesAt, dueAt: elapsed() + closesAt - now() },
    )
    if (waiting.length === 0) this.#waiting.delete(workshopId)
    else this.#waiting.set(workshopId, waiting)
    this.#arm()
  }

  #arm(): void {
    clearTimeout(this.#timer)
    const idle = Array.from(this.#waiting).filter(([workshopId]) => !this.#ending.has(workshopId))
    const leftMs = Math.min(...idle.flatMap(([, ends]) => ends.map((end) => this.#leftMs(end))))
    if (this.#isClosed || leftMs === Infinity) return
    this.#timer = setTimeout(() => this.#strike(), Math.min(Math.max(leftMs, 0), MAX_SLEEP_MS))
    this.#timer.unref()
  }

  #leftMs({ closesAt, dueAt }: Waiting): number {
    return Math.max(closesAt - this.#parts.now(), dueAt - this.#parts.elapsed())
  }

  #strike(): void {
    for (const [workshopId, ends] of this.#waiting) {
      const due = ends.filter((end) => this.#leftMs(end) <= 0)
      if (due.length > 0 && !this.#ending.has(workshopId)) void this.#end(workshopId, due)
    }
    this.#arm()
  }

  async #end(workshopId: WorkshopId, due: readonly Waiting[]): Promise<void> {
    const keys = new Set(due.map(({ key }) => key))
    this.#ending.add(workshopId)
    try {
      await this.#parts.end(workshopId, keys)
    } catch (cause) {
      if (!this.#isClosed) this.#parts.log.error('step.endDelayed', { workshopId }, cause)
    }
    this.#ending.delete(workshopId)
    const again = this.#parts.elapsed() + RETRY_MS
    const left = this.#waiting.get(workshopId)
    const retried = left?.map((end) => (keys.has(end.key) ? { ...end, dueAt: again } : end))
    if (retried) this.#waiting.set(workshopId, retried)
    this.#arm()
  }
}
