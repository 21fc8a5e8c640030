import type { CanvasId, FieldId, ItemId, RecommendationId, SeatId, TalkId } from '../ids.ts'
import type { RichText } from '../RichText.ts'

/** How well something is known. */
export const EVIDENCES = ['assumption', 'plausible', 'proven'] as const
export type Evidence = (typeof EVIDENCES)[number]

/** Whether an entry may leave the circle of the workshop. */
export const VISIBILITIES = ['internal', 'public'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** Life of an entry: a deletion is a change of state, so that the bin can give it back. */
export const ITEM_STATES = ['active', 'parked', 'deleted'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** The six muted paper tints. */
export const NOTE_COLOURS = ['sand', 'sage', 'sky', 'rose', 'lilac', 'stone'] as const
export type NoteColour = (typeof NOTE_COLOURS)[number]

/** Why a target group does not use a service (yet). */
export const BARRIER_CAUSES = [
  'unknown',
  'not-findable',
  'rejection',
  'trust-privacy',
  'technology-eid',
  'language',
  'accessibility',
  'digital-skills',
  'legal-organisational',
] as const
export type BarrierCause = (typeof BARRIER_CAUSES)[number]

/** When a touchpoint lies, relative to using the service. */
export const TOUCHPOINT_PHASES = ['before', 'during', 'after'] as const
export type TouchpointPhase = (typeof TOUCHPOINT_PHASES)[number]

/** Who owns a channel. */
export const CHANNEL_TYPES = ['owned', 'paid', 'earned', 'partner'] as const
export type ChannelType = (typeof CHANNEL_TYPES)[number]

/** Level of a multiplier. */
export const LEVELS = ['bund', 'land', 'kommune', 'kammer', 'verband', 'zivilgesellschaft'] as const
export type Level = (typeof LEVELS)[number]

/** What was harvested from a talk. */
export const HARVEST_KINDS = ['practice', 'question'] as const
export type HarvestKind = (typeof HARVEST_KINDS)[number]

/** Attributes that a field adds to its items; all optional, each merges on its own. `until` is an ISO date. */
export interface ItemAttributes {
  readonly cause?: BarrierCause
  readonly phase?: TouchpointPhase
  readonly channelType?: ChannelType
  readonly fit?: 1 | 2 | 3
  readonly organisation?: string
  readonly level?: Level
  readonly clarifiedBy?: string
  readonly until?: string
  readonly talkId?: TalkId
  readonly harvestKind?: HarvestKind
  readonly scale?: 1 | 2 | 3 | 4 | 5
}

/** A change of attributes: a value sets, null removes, an absent key stays. */
export type ItemAttributesPatch = { readonly [K in keyof ItemAttributes]?: ItemAttributes[K] | null }

/** In a field: fractions 0..1 of its content box; in the free area: pixels from its origin. */
export interface Position {
  readonly x: number
  readonly y: number
}

/** One sticky note or entry, the same object in every view. */
export interface Item {
  readonly id: ItemId
  /** Null in the free area of the board. */
  readonly canvasId: CanvasId | null
  readonly fieldId: FieldId
  /** Fractional key inside its field; ties are ordered by id. */
  readonly order: string
  /** The item that it says it lies under; whether it does is for `clustersOf`. */
  readonly headId: ItemId | null
  /** Null: shown in order. */
  readonly position: Position | null
  readonly text: RichText
  readonly plainText: string
  readonly evidence: Evidence | null
  readonly sourceUrl: string | null
  readonly visibility: Visibility
  readonly tags: readonly string[]
  /** Null: the field's tint. */
  readonly colour: NoteColour | null
  readonly state: ItemState
  readonly attributes: ItemAttributes
  /** Recommendations outside the bin that refer to this item; derived, sorted. */
  readonly recommendationIds: readonly RecommendationId[]
  /** Seats that agree with this item, by their own entries; derived, sorted. For display: a vote is counted elsewhere. */
  readonly agreedBy: readonly SeatId[]
  /** A hint filled from the document; where it matters, authorship comes from the journal. */
  readonly author: SeatId | null
  /** A hint, epoch milliseconds. */
  readonly createdAt: number | null
}

/** Where an item goes. Neither `after` nor `before`: at the end. `after: null`: at the beginning. */
export interface ItemPlace {
  readonly canvasId: CanvasId | null
  readonly fieldId: FieldId
  readonly after?: ItemId | null
  readonly before?: ItemId | null
  readonly position?: Position | null
}
