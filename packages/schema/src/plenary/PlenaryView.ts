import type { BoardSnapshot } from '../BoardSnapshot.ts'
import type { CanvasKind, Service } from '../canvas/Canvas.ts'
import type { CanvasId, FieldId, GroupId, ItemId } from '../ids.ts'
import type { Evidence, ItemAttributes } from '../item/Item.ts'
import type { Recommendation } from '../recommendation/Recommendation.ts'
import type { RichText } from '../RichText.ts'
import type { RecommendationStanding, RecommendationStatus } from '../recommendation/RecommendationStanding.ts'
import type { Group, RunState } from '../run-state/RunState.ts'
import type { PlenaryDecisions } from './PlenaryDecisions.ts'

/** Everything that the merged view is computed from. */
export interface PlenaryInput {
  readonly run: Pick<RunState, 'groups' | 'targetGroups' | 'talks'>
  readonly boards: readonly { readonly groupId: GroupId; readonly board: BoardSnapshot }[]
  readonly decisions: PlenaryDecisions | null
  /** What the server knows of recommendations beside their boards; recommendations that are not named are drafts. */
  readonly standings?: readonly RecommendationStanding[]
}

/** Where an entry was written. */
export interface PlenaryOrigin {
  readonly groupId: GroupId
  readonly canvasId: CanvasId | null
  readonly itemId: ItemId
}

/** One active item of one group in the merged view. */
export interface PlenaryEntry {
  /** `${groupId}/${itemId}` */
  readonly key: string
  readonly origin: PlenaryOrigin
  readonly templateId: string | null
  readonly fieldId: FieldId
  /** The target group's id, or `${groupId}/${canvasId}` for a canvas without one, or `${groupId}/free`. */
  readonly targetGroupKey: string
  /** Group of the field's merge rule: cause, phase, organisation, channel type; '' if it has none. */
  readonly section: string
  /** As the plenary words it, else as the group wrote it. */
  readonly text: RichText
  readonly plainText: string
  /** The group's own words where the plenary has worded the entry, else null. */
  readonly original: string | null
  /** The group's words when the plenary last decided about the entry, if they are others now; else null. */
  readonly changedSince: string | null
  readonly attributes: ItemAttributes
  readonly evidence: Evidence | null
  readonly tags: readonly string[]
  /** How many people of its group agree with it: for display, no vote. */
  readonly agreement: number
  /** Key of the entry of the same board that it lies under; null if it stands for itself. */
  readonly clusterKey: string | null
  /** Sort key inside its section; ties are impossible. */
  readonly order: string
  /** Key of the entry that it is folded into. */
  readonly foldedInto: string | null
}

/** Head of a canvas in the merged view. */
export interface PlenaryCanvas {
  readonly key: string
  readonly groupId: GroupId
  readonly canvasId: CanvasId
  readonly targetGroupKey: string
  readonly templateId: string
  readonly title: string
  readonly kind: CanvasKind | null
  readonly services: readonly Service[]
  readonly summary: RichText
  /** Sort key among all canvases; ties are impossible. */
  readonly order: string
}

/** One recommendation of one group. */
export interface PlenaryRecommendation {
  readonly key: string
  readonly groupId: GroupId
  readonly recommendation: Recommendation
  /** Given at submission, never again to another one. */
  readonly code: string | null
  readonly status: RecommendationStatus
  /** 1 is the first; null while nobody has set it. */
  readonly priority: number | null
  /** Title and description as submitted or last taken note of, if they are others now; else null. */
  readonly changedSince: string | null
  readonly order: string
}

/** A target group and who worked on it; `kind` is the majority over its canvases, null without one. */
export interface PlenaryTargetGroup {
  readonly key: string
  readonly title: string
  readonly groupIds: readonly GroupId[]
  readonly kind: CanvasKind | null
}

/** How well a (folded) channel fits, over all entries folded into it that say so. */
export interface ChannelFit {
  /** Key of the head entry. */
  readonly key: string
  readonly median: number
  /** Largest minus smallest. */
  readonly spread: number
  readonly count: number
}

/** All groups merged: a projection of the boards, never a copy. */
export interface PlenaryView {
  readonly version: 1
  readonly groups: readonly Group[]
  readonly targetGroups: readonly PlenaryTargetGroup[]
  readonly canvases: readonly PlenaryCanvas[]
  /** Every active item of every active canvas and free area exactly once. */
  readonly entries: readonly PlenaryEntry[]
  readonly recommendations: readonly PlenaryRecommendation[]
  readonly channelFits: readonly ChannelFit[]
}
