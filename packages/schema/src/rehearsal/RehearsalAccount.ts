import type { GroupId, StepId } from '../ids.ts'
import type { RunState } from '../run-state/RunState.ts'

/** How many people tried something, and how many of them could do it. */
export interface Tries {
  readonly tried: number
  readonly done: number
}

/** How the simulated people came in. */
export interface ArrivalAccount {
  readonly seats: Tries
  /** Those who got a seat and no group. */
  readonly withoutGroup: number
  readonly groups: readonly { readonly groupId: GroupId; readonly expected: number; readonly joined: number }[]
  /** Who could open the board of a group. */
  readonly boards: readonly { readonly groupId: GroupId; readonly opened: Tries }[]
}

/** What people did on one board during a step. */
export interface BoardAccount {
  readonly groupId: GroupId
  /** Who wrote notes, hidden ones in a hidden step. */
  readonly notes: Tries
  /** No canvas of the board has a field that takes notes: they were written beside the canvases. */
  readonly hasNoField: boolean
  readonly recommendations: Tries
  /** People whose edits were not acknowledged in time. */
  readonly unsaved: number
  /** Texts of people who were cut off that stood neither on the board nor in the tray when they were back. */
  readonly lost: number
}

/** How the vote of a step went. */
export interface VoteAccount {
  /** Code of the error table: why the round could not be opened. */
  readonly refusal: string | null
  readonly options: number
  readonly ballots: Tries
  /** Groups of whose members nobody was given anything to vote on, while others were. */
  readonly leftOut: readonly GroupId[]
  /** Whether the winners became canvases or priorities; null where nothing was to become of them. */
  readonly hasTakenWinners: boolean | null
}

/** What happened in one step. */
export interface StepAccount {
  readonly stepId: StepId
  readonly hasStarted: boolean
  readonly boards: readonly BoardAccount[]
  /** Hidden notes, and how many of them came to light; null where the step hides nothing. */
  readonly hidden: { readonly written: number; readonly shown: number } | null
  readonly vote: VoteAccount | null
  readonly signals: readonly {
    readonly groupId: GroupId
    readonly type: 'help' | 'ready'
    /** The cockpit has shown it in time. */
    readonly isSeen: boolean
  }[]
  /** The screen had nothing to show at the end of the step. */
  readonly isScreenEmpty: boolean
  /** The plenary as participants had it; null where the step does not open it. */
  readonly plenary: { readonly isRefused: boolean; readonly entries: number } | null
}

/** What was there after the workshop had been closed. */
export interface EndAccount {
  /** Boards that still took edits. */
  readonly openBoards: number
  /** What was written, and how much of it the exported results lack. */
  readonly entries: number
  readonly missingEntries: number
}

/** What simulated people have seen of a workshop, from the first seat to the export. */
export interface RehearsalAccount {
  /** How long people waited for an answer before they gave up. */
  readonly waitSeconds: number
  readonly arrival: ArrivalAccount
  /** The steps that were reached, in their order. */
  readonly steps: readonly StepAccount[]
  /** Null: the end was not reached. */
  readonly end: EndAccount | null
}

/** What the judgement of a rehearsal looks at: the plan, and what came of it. */
export interface Rehearsed {
  readonly run: RunState
  readonly account: RehearsalAccount
}
