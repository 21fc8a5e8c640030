import type {
  Addressee,
  BarrierCause,
  CanvasKind,
  ChannelType,
  Evidence,
  HarvestKind,
  Horizon,
  Level,
  NoteColour,
  RecommendationType,
  TouchpointPhase,
} from '@tafelrunde/schema/plain'

/** A note as the demo's authors write it: the text and what they know about it. `talk` counts the talks from 0. */
export interface DemoNote {
  readonly text: string
  readonly evidence?: Evidence
  readonly tags?: readonly string[]
  readonly sourceUrl?: string
  readonly colour?: NoteColour
  readonly cause?: BarrierCause
  readonly phase?: TouchpointPhase
  readonly channelType?: ChannelType
  readonly fit?: 1 | 2 | 3
  readonly organisation?: string
  readonly level?: Level
  readonly clarifiedBy?: string
  readonly until?: string
  readonly scale?: 1 | 2 | 3 | 4 | 5
  readonly talk?: 0 | 1 | 2
  readonly harvestKind?: HarvestKind
}

/** A note that is nothing but its text may be written as a string. */
export type DemoEntry = string | DemoNote

/** A place on the same board: `<fieldId>/<index>`, `free/<index>` for the notes of the free area. */
export type DemoReference = `${string}/${number}`

/** A recommendation; `basedOn` are the notes that it answers. */
export interface DemoRecommendation {
  readonly title: string
  readonly description: string
  readonly rationale: string
  readonly basedOn: readonly DemoReference[]
  readonly addressees: readonly Addressee[]
  readonly type: RecommendationType
  readonly effort: 1 | 2 | 3 | 4 | 5
  readonly impact: 1 | 2 | 3 | 4 | 5
  readonly horizon: Horizon
  readonly lead: string
  readonly firstStep: string
  readonly until: string
  readonly partners?: string
  readonly resources?: string
  readonly dependencies?: string
  readonly risks?: string
  readonly indicator?: string
}

/** A note beside the fields, at pixels from the free area's origin. */
export interface DemoFreeNote extends DemoNote {
  readonly x: number
  readonly y: number
}

/** Everything that one breakout group writes in the course of the day. */
export interface DemoGroup {
  readonly name: string
  readonly topic: string
  readonly targetGroup: string
  readonly kind: CanvasKind
  readonly services: readonly string[]
  readonly summary: string
  /** By field id, each list in the order in which it was written. */
  readonly fields: Readonly<Record<string, readonly DemoEntry[]>>
  readonly recommendations: readonly DemoRecommendation[]
  readonly freeNotes: readonly DemoFreeNote[]
  readonly arrows: readonly { readonly from: DemoReference; readonly to: DemoReference; readonly label: string }[]
  /** Pen strokes, x0,y0,x1,y1… in pixels of the free area. */
  readonly strokes: readonly (readonly number[])[]
  /** What simulated participants think of while they work. */
  readonly pending: readonly (DemoNote & { readonly fieldId: string })[]
}

/** What the common board holds after the talks. */
export interface DemoCommonBoard {
  readonly title: string
  readonly harvest: readonly (DemoNote & { readonly fieldId: 'practice' | 'question' })[]
  readonly freeNotes: readonly DemoFreeNote[]
}

/** The frame of the day in one language. */
export interface DemoFrame {
  readonly title: string
  readonly organisations: readonly string[]
  readonly talks: readonly { readonly organisation: string; readonly title: string }[]
}
