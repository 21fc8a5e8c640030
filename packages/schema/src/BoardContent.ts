import type { CanvasKind } from './canvas/Canvas.ts'
import type { NewService } from './canvas/services.ts'
import type { CanvasId, FieldId, SeatId, SketchId, TargetGroupId } from './ids.ts'
import type { NewItem } from './item/addItem.ts'
import type { Position } from './item/Item.ts'
import type { NewRecommendation } from './recommendation/addRecommendation.ts'
import type { RichText } from './RichText.ts'
import type { SketchEnd, StrokeColour } from './sketch/Sketch.ts'

/** An item in a board's content; its place follows from where it stands in the list. */
export interface ItemContent extends Omit<NewItem, 'place' | 'state'> {
  readonly fieldId: FieldId
  readonly position?: Position | null
  readonly state?: 'active' | 'parked' | 'deleted'
  /** Seats that agree with it. */
  readonly agreedBy?: readonly SeatId[]
}

/** A canvas with its items, in order. */
export interface CanvasContent {
  readonly id?: CanvasId
  readonly templateId: string
  readonly title: string
  readonly targetGroupId?: TargetGroupId | null
  readonly kind?: CanvasKind | null
  readonly services?: readonly NewService[]
  readonly summary?: RichText
  readonly state?: 'active' | 'deleted'
  readonly items?: readonly ItemContent[]
}

/** A recommendation, in order. `itemIds` refer to the ids of items in the same content. */
export interface RecommendationContent extends Omit<NewRecommendation, 'state'> {
  readonly state?: 'active' | 'parked' | 'deleted'
}

/** Something drawn. Ends refer to the ids of items in the same content. */
export type SketchContent =
  | {
      readonly id?: SketchId
      readonly type: 'arrow'
      readonly from: SketchEnd
      readonly to: SketchEnd
      readonly label?: string
    }
  | {
      readonly id?: SketchId
      readonly type: 'stroke'
      readonly points: readonly number[]
      readonly colour: StrokeColour
      readonly width: number
    }

/** A whole board as plain JSON: what import, demo and copies read and write. Lists are in order. */
export interface BoardContent {
  readonly canvases: readonly CanvasContent[]
  readonly recommendations?: readonly RecommendationContent[]
  readonly freeItems?: readonly Omit<ItemContent, 'fieldId'>[]
  readonly sketch?: readonly SketchContent[]
}
