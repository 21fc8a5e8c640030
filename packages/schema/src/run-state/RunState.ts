import type { CanvasId, GroupId, SnapshotId, StepId, StepPartId, TargetGroupId } from '../ids.ts'
import type { BoardRoot } from '../roots.ts'
import type { Talk } from '../talk/Talk.ts'
import type { TargetGroup } from '../target-group/TargetGroup.ts'
import type { Gathering, GroupSignals, Reveal, ScreenLayout, Stage } from './Stage.ts'
import type { VotePlan, VoteRound } from './VotePlan.ts'

/** A breakout group, or the one group of kind `common` that everybody belongs to. */
export interface Group {
  readonly id: GroupId
  readonly kind: 'group' | 'common'
  /** 'A', 'B' …; the common board has 'P'. */
  readonly letter: string
  /** Index into the group colours, 0..11. */
  readonly colour: number
  readonly name: string
  readonly topic: string
  readonly maxSeats: number | null
  readonly targetGroupId: TargetGroupId | null
  readonly isLocked: boolean
  readonly lockedCanvasIds: readonly CanvasId[]
}

/** What a part of a step may say otherwise than the step. */
export type PartRules = Pick<Step, 'writableRoots' | 'visibility' | 'isHidden'>

/** A part of a step. */
export interface StepPart {
  readonly id: StepPartId
  readonly title: string
  readonly instruction: string
  readonly minutes: number
  /** Null: as the step says. */
  readonly rules: PartRules | null
}

/** One entry of the run sheet. */
export interface Step {
  readonly id: StepId
  readonly title: string
  readonly instruction: string
  readonly minutes: number
  readonly writableRoots: readonly BoardRoot[]
  /** Which boards are open for writing. */
  readonly where: 'common' | 'groups' | 'all'
  /** Whether participants may read the boards of other groups. */
  readonly visibility: 'own' | 'all'
  readonly isPlenaryOpen: boolean
  readonly screen: ScreenLayout
  readonly parts: readonly StepPart[]
  /** What people write as notes reaches nobody else's machine before it is revealed. */
  readonly isHidden: boolean
  /** The vote that the step is for; the moderators open it. */
  readonly vote: VotePlan | null
  /** `soft`: when the time is up, people finish their sentence, then writing ends and a snapshot is kept. */
  readonly ending: 'open' | 'soft'
}

/** The part of a running step that is on; `endsAt` null: it lasts until somebody goes on or the step ends. */
export interface PartRun {
  readonly partId: StepPartId
  readonly startedAt: number
  readonly endsAt: number | null
}

/** A running step; times are epoch milliseconds of the server. `endsAt` null: no timer. */
export interface StepRun {
  readonly stepId: StepId
  readonly startedAt: number
  readonly endsAt: number | null
  /** Writing has ended softly; more time opens it again. */
  readonly isClosed: boolean
  /** Moved on by the server's clock or by moderators; null: the step has no parts. */
  readonly part: PartRun | null
}

/** A message of the moderators; `groupIds` null: to everybody. */
export interface Announcement {
  readonly id: string
  readonly text: string
  readonly groupIds: readonly GroupId[] | null
  readonly at: number
}

/** What everybody knows about the workshop. */
export interface WorkshopInfo {
  readonly id: string
  readonly title: string
  readonly language: 'de' | 'en'
  readonly startsAt: number | null
  readonly endsAt: number | null
  readonly timeZone: string
  readonly organisations: readonly string[]
  /** Shown as "Beispieldaten, frei erfunden" on every place and export. */
  readonly isExample: boolean
  readonly retainedUntil: number | null
}

/** What has to be known of a closing until the workshop is opened again. */
export interface Closing {
  /** The snapshot that the closing keeps: one, however often it is repeated. */
  readonly snapshotId: SnapshotId
  /** What was frozen before, and is again after reopening. */
  readonly frozenBefore: RunState['frozen']
}

/** The run state of a workshop: content of the document `workshop/<id>`, written by the server only. */
export interface RunState {
  /** Raised by one with every write that changed something. */
  readonly version: number
  readonly workshop: WorkshopInfo
  readonly groups: readonly Group[]
  readonly talks: readonly Talk[]
  readonly targetGroups: readonly TargetGroup[]
  readonly steps: readonly Step[]
  /** The step that runs for all; null: no step, everything is allowed. */
  readonly current: StepRun | null
  /** Groups that run another step or another timer than the rest. */
  readonly groupRuns: Readonly<Record<GroupId, StepRun>>
  readonly frozen: { readonly all: boolean; readonly groupIds: readonly GroupId[] }
  readonly announcement: Announcement | null
  /** What moderators said to one group only. */
  readonly nudges: Readonly<Record<GroupId, Announcement>>
  readonly signals: Readonly<Record<GroupId, GroupSignals>>
  readonly stage: Stage
  readonly gathering: Gathering | null
  readonly rounds: readonly VoteRound[]
  readonly reveals: readonly Reveal[]
  /** Newcomers wait until a moderator lets them in. */
  readonly hasLobby: boolean
  /** The workshop was closed: boards are frozen, hidden notes are deleted. */
  readonly closedAt: number | null
  /** Null while the workshop is open, and for workshops that an older version closed. */
  readonly closing: Closing | null
  /** Raised whenever a recommendation is submitted, withdrawn or given a priority: then clients ask anew. */
  readonly submissionsVersion: number
}
