import { SeededRandom } from '@tafelrunde/participant'
import type { RehearsalCounts } from '@tafelrunde/protocol'
import type { GroupId, SeatId, Step, StepId } from '@tafelrunde/schema/plain'
import { Api } from './Api.ts'
import type { RehearsalOrder, RehearsalProgress } from './RehearsalOrder.ts'

/** How often something that is waited for is looked at; seldom enough that forty people cost the machine nothing. */
const LOOK_AGAIN_MS = 50

/** How a rehearsal is watched and ended. */
export interface RehearseOptions {
  /** Ends it soon; the account then tells what was seen so far. */
  readonly signal: AbortSignal
  readonly report: (progress: RehearsalProgress) => void
}

/** A text that somebody has written, and the board that it is for. */
export interface WrittenText {
  readonly groupId: GroupId
  readonly text: string
}

/** What all who take part in a rehearsal share: the plan, the clock, chance, and what was written so far. */
export class Scene {
  readonly order: RehearsalOrder
  readonly api: Api
  readonly random: SeededRandom
  readonly written: WrittenText[] = []
  /** Seats that are without a network now: who works on two boards at once loses it for one of them. */
  readonly away = new Set<SeatId>()
  /** Groups that have called for help or said that they are ready already. */
  readonly signalled = { help: new Set<GroupId>(), ready: new Set<GroupId>() }
  readonly #options: RehearseOptions
  readonly #counts: { -readonly [K in keyof RehearsalCounts]: number } = {
    people: 0,
    notes: 0,
    recommendations: 0,
    ballots: 0,
    calls: 0,
    returns: 0,
  }
  #phase: RehearsalProgress['phase'] = 'arriving'
  #step = 0
  #stepId: StepId | null = null
  #texts = 0

  constructor(order: RehearsalOrder, options: RehearseOptions) {
    this.order = order
    this.api = new Api(order)
    this.random = new SeededRandom(order.seed)
    this.#options = options
  }

  /** Somebody wants the rehearsal to end. */
  get isStopped(): boolean {
    return this.#options.signal.aborted
  }

  /** A number that no other text of this rehearsal has, so that each is found again. */
  nextNumber(): number {
    this.#texts += 1
    return this.#texts
  }

  count(what: keyof RehearsalCounts): void {
    this.#counts[what] += 1
  }

  /** Tell where everybody is now. */
  tell(): void {
    this.#options.report({
      phase: this.#phase,
      step: this.#step,
      stepId: this.#stepId,
      counts: { ...this.#counts },
    })
  }

  goToStep({ id }: Step, number: number): void {
    this.#phase = 'steps'
    this.#step = number
    this.#stepId = id
    this.tell()
  }

  goToEnd(): void {
    this.#phase = 'ending'
    this.tell()
  }

  /** Resolves when the time has passed, or at once when the rehearsal is stopped. */
  async pause(ms: number): Promise<void> {
    const { signal } = this.#options
    if (ms <= 0 || signal.aborted) return
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms)
      signal.addEventListener('abort', end)
    })
  }

  /** Whether the condition became true in the time that people have patience for. A stop ends the waiting. */
  async waitFor(condition: () => boolean | Promise<boolean>): Promise<boolean> {
    const deadline = performance.now() + this.order.patienceMs
    for (;;) {
      if (await condition()) return true
      if (performance.now() > deadline || this.isStopped) return false
      await this.pause(LOOK_AGAIN_MS)
    }
  }
}
