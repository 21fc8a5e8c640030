import type { RehearsalCounts, SeatingMode } from '@tafelrunde/protocol'
import type { GroupId, RehearsalAccount, RunState, StepId, WorkshopId } from '@tafelrunde/schema/plain'

/** Somebody who is expected on the day, played by a simulated person. */
export interface ExpectedPerson {
  readonly name: string
  readonly organisation: string
  /** Where the person belongs; null: wherever there is room. */
  readonly groupId: GroupId | null
  /** The moderators' list gives the group: the person does not choose. */
  readonly isListed: boolean
}

/** Everything that a rehearsal needs to know; what it does besides goes through the server like everybody's. */
export interface RehearsalOrder {
  /** `http://…` of the server on this machine. */
  readonly url: string
  /** The host that the server answers for; its address on this machine need not be one. */
  readonly host: string
  /** The copy that is rehearsed on. */
  readonly workshopId: WorkshopId
  readonly run: RunState
  readonly seating: SeatingMode
  /** Tokens of the copy's links. */
  readonly invites: { readonly moderator: string; readonly participant: string; readonly screen: string }
  readonly people: readonly ExpectedPerson[]
  /** Decides everything that is left to chance. */
  readonly seed: number
  /** How long a step lasts at least. */
  readonly stepMs: number
  /** How long people wait for something that should come at once. */
  readonly patienceMs: number
}

/** Where the people are. `step` is counted from 1; 0 before the first one. */
export interface RehearsalProgress {
  readonly phase: 'arriving' | 'steps' | 'ending'
  readonly step: number
  readonly stepId: StepId | null
  readonly counts: RehearsalCounts
}

/** Server → process. */
export type RehearsalCommand =
  | { readonly type: 'begin'; readonly order: RehearsalOrder }
  /** End soon, and tell what was seen so far. */
  | { readonly type: 'stop' }

/** Process → server. */
export type RehearsalReport =
  | { readonly type: 'progress'; readonly progress: RehearsalProgress }
  | { readonly type: 'over'; readonly account: RehearsalAccount }
  | { readonly type: 'failed'; readonly message: string }
