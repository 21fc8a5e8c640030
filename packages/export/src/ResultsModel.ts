import type {
  BoardSnapshot,
  CanvasId,
  Evidence,
  GroupId,
  ItemAttributes,
  ItemId,
  ItemState,
  PlenaryView,
  Recommendation,
  RecommendationId,
  RecommendationStanding,
  RecommendationStatus,
  RichText,
  RunState,
  SketchId,
  Visibility,
} from '@tafelrunde/schema/plain'
import type { Language } from './labels/attributeLabels.ts'

/** Everything that a dossier is made of; the same input gives the same model. `generatedAt` is epoch milliseconds. */
export interface ResultsInput {
  readonly run: RunState
  readonly boards: readonly { readonly groupId: GroupId; readonly board: BoardSnapshot }[]
  readonly plenary: PlenaryView
  /** Codes, status and priorities; recommendations that are not named are drafts. */
  readonly standings?: readonly RecommendationStanding[]
  readonly generatedAt: number
  readonly language: Language
}

/** One attribute in words, ready to show. `href` only where a reader may follow it. */
export interface Fact {
  readonly key: string
  readonly label: string
  readonly value: string
  readonly href?: string
}

/**
 * One item. `reference` ("B17") counts in reading order and holds within one dossier only; `itemId` lasts.
 * There is no author: a dossier tells what was found, not who wrote it.
 */
export interface ResultsEntry {
  readonly reference: string
  readonly itemId: ItemId
  readonly groupId: GroupId
  readonly canvasId: CanvasId | null
  readonly canvasTitle: string | null
  readonly fieldId: string
  readonly fieldLabel: string
  readonly text: RichText
  readonly plainText: string
  readonly state: ItemState
  readonly attributes: ItemAttributes
  readonly evidence: Evidence | null
  readonly tags: readonly string[]
  readonly sourceUrl: string | null
  readonly visibility: Visibility
  /** Reference of the entry that the plenary folded this one into. */
  readonly foldedInto: string | null
  /** Reference of the entry under which the group has put this one, one level deep; it stands right before its cluster. */
  readonly clusterHead: string | null
  /** How many people agree; for a question: how many ask it, too. */
  readonly agreement: number
  /** What the plenary made of the text; null when it left it as the group wrote it. */
  readonly plenaryWording: string | null
  readonly facts: readonly Fact[]
}

/** A field of a canvas. Fields of the head hold a `value`, all others `entries`; empty fields are left out. */
export interface ResultsField {
  readonly fieldId: string
  readonly label: string
  readonly value: RichText | null
  readonly entries: readonly ResultsEntry[]
}

/** A canvas with its fields in the template's reading order. */
export interface ResultsCanvas {
  readonly canvasId: CanvasId
  readonly templateId: string
  readonly title: string
  readonly targetGroup: string | null
  readonly fields: readonly ResultsField[]
}

/** One recommendation; `linked` are the entries that it is based on. `facts` leave out description and rationale. */
export interface ResultsRecommendation {
  readonly reference: string
  readonly recommendationId: RecommendationId
  readonly groupId: GroupId
  /** Given at submission; unlike `reference` it lasts and is the same in every dossier. */
  readonly code: string | null
  readonly status: RecommendationStatus
  /** 1 is the first. */
  readonly priority: number | null
  readonly title: string
  readonly description: RichText
  readonly rationale: RichText
  readonly linked: readonly { readonly itemId: ItemId; readonly reference: string }[]
  readonly targetGroups: readonly string[]
  readonly state: ItemState
  readonly source: Recommendation
  readonly facts: readonly Fact[]
}

/** An arrow between two entries; ends that are no exported entry are null. */
export interface ResultsConnection {
  readonly sketchId: SketchId
  readonly from: string | null
  readonly to: string | null
  readonly label: string
}

/** Everything that one group wrote, in reading order. */
export interface ResultsGroup {
  readonly groupId: GroupId
  readonly kind: 'group' | 'common'
  readonly letter: string
  readonly name: string
  readonly topic: string
  readonly canvases: readonly ResultsCanvas[]
  readonly freeArea: readonly ResultsEntry[]
  readonly connections: readonly ResultsConnection[]
  readonly recommendations: readonly ResultsRecommendation[]
  readonly parked: {
    readonly entries: readonly ResultsEntry[]
    readonly recommendations: readonly ResultsRecommendation[]
  }
  readonly counts: GroupCounts
}

/** How much a group wrote; parked things are counted apart. */
export interface GroupCounts {
  readonly canvases: number
  readonly entries: number
  readonly recommendations: number
  readonly parked: number
  readonly strokes: number
}

/** A whole workshop in one reading order; every format renders exactly this. */
export interface ResultsModel {
  readonly language: Language
  readonly generatedAt: number
  readonly workshop: {
    readonly id: string
    readonly title: string
    readonly startsAt: number | null
    readonly endsAt: number | null
    readonly timeZone: string
    readonly organisations: readonly string[]
    readonly isExample: boolean
  }
  readonly targetGroups: readonly string[]
  readonly talks: readonly { readonly organisation: string; readonly title: string }[]
  readonly groups: readonly ResultsGroup[]
}
