import type { WorkshopId, RunState } from '@tafelrunde/schema/plain'
import type { Log } from '../observability/log.ts'

/** A clock that was set is noticed within a minute; what comes sooner is waited for exactly. */
const MAX_SLEEP_MS = 60_000

/** A disk that refuses is given time to recover, and people go on writing meanwhile. */
const RETRY_MS = 10_000

/** Something that comes by itself in a running step: its soft end, its next part. */
export interface PlannedTurn {
  /** Put off or brought forward it has another key. */
  readonly key: string
  /** Epoch milliseconds of the server. */
  readonly at: number
}

/** What the clock needs. */
export interface StepClockParts {
  readonly runStates: { onKnown(listener: (workshopId: WorkshopId, run: RunState) => void): () => void }
  /** Server time, epoch milliseconds; can be set. */
  readonly now: () => number
  /** Milliseconds since some moment; cannot be set. */
  readonly elapsed: () => number
  readonly log: Pick<Log, 'error'>
  /** Everything that is still to come in a workshop, or overdue. */
  readonly plan: (run: RunState) => readonly PlannedTurn[]
  /** Carry out what has these keys; what is not due any more it leaves alone. */
  readonly carryOut: (workshopId: WorkshopId, dueKeys: ReadonlySet<string>) => Promise<void>
}

interface Waiting extends PlannedTurn {
  /** As `elapsed`: when the time that was left at first has passed. */
  readonly dueAt: number
}

/**
 * Ends soft steps and begins parts of steps when it is time, of all workshops that are in memory.
 *
 * [SC1] One timer for all: it sleeps until the next turn, and not at all while none is to come.
 * [SC2] A turn comes when the server's clock has reached it and the time until then has really passed. A clock that is
 *       set forward ends no step early; one that is set back ends none while everybody's timer shows time left.
 * [SC3] The turns of a workshop are known when its run state is, and nobody writes before that. So a restart loads no
 *       workshop: whoever comes back first brings its turns, overdue ones at once.
 * [SC4] The turns of one workshop come one after another and hold up no other. One that fails is tried again.
 */
export class StepClock {
  readonly #parts: StepClockParts
  readonly #waiting = new Map<WorkshopId, readonly Waiting[]>()
  readonly #turning = new Set<WorkshopId>()
  readonly #stopListening: () => void
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(parts: StepClockParts) {
    this.#parts = parts
    this.#stopListening = parts.runStates.onKnown((workshopId, run) => this.#learn(workshopId, run))
  }

  /** Nothing comes any more. */
  close(): void {
    this.#isClosed = true
    this.#stopListening()
    clearTimeout(this.#timer)
  }

  #learn(workshopId: WorkshopId, run: RunState): void {
    const known = new Map(this.#waiting.get(workshopId)?.map((turn) => [turn.key, turn]))
    const { now, elapsed, plan } = this.#parts
    const waiting = plan(run).map(({ key, at }) => known.get(key) ?? { key, at, dueAt: elapsed() + at - now() })
    if (waiting.length === 0) this.#waiting.delete(workshopId)
    else this.#waiting.set(workshopId, waiting)
    this.#arm()
  }

  #arm(): void {
    clearTimeout(this.#timer)
    const idle = Array.from(this.#waiting).filter(([workshopId]) => !this.#turning.has(workshopId))
    const leftMs = Math.min(...idle.flatMap(([, turns]) => turns.map((turn) => this.#leftMs(turn))))
    if (this.#isClosed || leftMs === Infinity) return
    this.#timer = setTimeout(() => this.#strike(), Math.min(Math.max(leftMs, 0), MAX_SLEEP_MS))
    this.#timer.unref()
  }

  #leftMs({ at, dueAt }: Waiting): number {
    return Math.max(at - this.#parts.now(), dueAt - this.#parts.elapsed())
  }

  #strike(): void {
    for (const [workshopId, turns] of this.#waiting) {
      const due = turns.filter((turn) => this.#leftMs(turn) <= 0)
      if (due.length > 0 && !this.#turning.has(workshopId)) void this.#carryOut(workshopId, due)
    }
    this.#arm()
  }

  async #carryOut(workshopId: WorkshopId, due: readonly Waiting[]): Promise<void> {
    const keys = new Set(due.map(({ key }) => key))
    this.#turning.add(workshopId)
    try {
      await this.#parts.carryOut(workshopId, keys)
    } catch (cause) {
      if (!this.#isClosed) this.#parts.log.error('step.endDelayed', { workshopId }, cause)
    }
    this.#turning.delete(workshopId)
    const again = this.#parts.elapsed() + RETRY_MS
    const left = this.#waiting.get(workshopId)
    const retried = left?.map((turn) => (keys.has(turn.key) ? { ...turn, dueAt: again } : turn))
    if (retried) this.#waiting.set(workshopId, retried)
    this.#arm()
  }
}
