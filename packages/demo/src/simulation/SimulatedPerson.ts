import { openWorkshopState, readRunState, type Board } from '@tafelrunde/schema'
import {
  stepOf,
  type BoardRoot,
  type BoardSnapshot,
  type Canvas,
  type GroupId,
  type ItemId,
} from '@tafelrunde/schema/plain'
import type { Participant, SeededRandom } from '@tafelrunde/testkit'

/** What others see of a simulated person: the presence state of a web client without its seat. */
export interface Presence {
  readonly place?: {
    readonly fieldId: string
    readonly canvasId: string | null
    readonly x: number
    readonly y: number
  } | null
  readonly editing?: ItemId | null
  readonly dragging?: { readonly itemId: ItemId; readonly x: number; readonly y: number } | null
}

/** How one simulated person works. `pace` 1 is a person's speed, 10 is ten times as fast. */
export interface PersonOptions {
  readonly participant: Participant
  readonly groupId: GroupId
  readonly random: SeededRandom
  readonly pace: number
  readonly signal: AbortSignal
}

/** One person at a board, with hands that take time and a cursor that others see. */
export class SimulatedPerson {
  readonly participant: Participant
  readonly random: SeededRandom
  readonly groupId: GroupId
  readonly #pace: number
  readonly #signal: AbortSignal

  constructor({ participant, groupId, random, pace, signal }: PersonOptions) {
    this.participant = participant
    this.groupId = groupId
    this.random = random
    this.#pace = pace
    this.#signal = signal
  }

  get isDone(): boolean {
    return this.#signal.aborted
  }

  /** The board as this person sees it. */
  read(): BoardSnapshot {
    return this.participant.read(this.groupId)
  }

  /** The canvas that the group works on, if there is one. */
  canvas(): Canvas | null {
    return this.read().canvases.find((canvas) => canvas.state === 'active') ?? null
  }

  /** Edit if the board, and this root of it, takes edits now; null otherwise. */
  edit<T>(root: BoardRoot, change: (board: Board) => T): T | null {
    return this.isOpen(root) ? this.participant.edit(this.groupId, change) : null
  }

  /** Whether the current step lets people write this root; a person sees it in the interface. */
  isOpen(root: BoardRoot): boolean {
    const { ydoc, isSynced } = this.participant.open(`workshop/${this.participant.workshopId}`)
    if (!isSynced) return false
    const run = readRunState(openWorkshopState(ydoc))
    if (run.frozen.all || run.frozen.groupIds.includes(this.groupId)) return false
    const step = stepOf(run, this.groupId)
    return step === null || (step.where !== 'common' && step.writableRoots.includes(root))
  }

  /** Show others where one is; null takes a part away. */
  show(presence: Presence): void {
    const { awareness } = this.participant.open(`group/${this.groupId}`).provider
    const state: Record<string, unknown> = { ...awareness?.getLocalState() }
    for (const [key, value] of Object.entries(presence)) {
      if (value === null) delete state[key]
      else state[key] = value
    }
    awareness?.setLocalState(state)
  }

  /** Take some time, between `least` and `most` milliseconds at pace 1; ends at once when the simulation does. */
  async pause(least: number, most: number): Promise<void> {
    if (this.isDone) return
    const ms = this.random.integer(least, most + 1) / this.#pace
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer)
        this.#signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms)
      this.#signal.addEventListener('abort', end)
    })
  }
}
