import type { Canvas } from '../canvas/Canvas.ts'
import type { GroupId } from '../ids.ts'
import type { RunState } from '../run-state/RunState.ts'

/** What a board holds already; `isReadable` false: it cannot be opened, and nothing else is known of it. */
export interface BoardFacts {
  readonly groupId: GroupId
  readonly isReadable: boolean
  /** Those that are not in the bin. */
  readonly canvases: readonly Pick<Canvas, 'templateId' | 'title' | 'targetGroupId'>[]
  readonly items: number
  readonly recommendations: number
}

/** A link that somebody can come in by now. */
export interface LinkFacts {
  readonly role: string
  readonly groupId: GroupId | null
  /** Epoch milliseconds; null: never. */
  readonly expiresAt: number | null
}

/** What is known about the workshop besides its run state. */
export interface PlanFacts {
  /** Seats of participants and scribes in each group. */
  readonly seatsPerGroup: Readonly<Record<GroupId, number>>
  /** Seats of participants and scribes that have no group. */
  readonly seatsWithoutGroup: number
  /** People whom the assignment list names for each group. */
  readonly listedPerGroup: Readonly<Record<GroupId, number>>
  /** Seats of owner and moderators. */
  readonly moderators: number
  readonly links: readonly LinkFacts[]
  readonly boards: readonly BoardFacts[]
}

/** What the check of the plan looks at. */
export interface Plan {
  readonly run: RunState
  readonly facts: PlanFacts
}
