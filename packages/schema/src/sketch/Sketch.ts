import type { ItemId, SketchId } from '../ids.ts'
import type { NoteColour, Position } from '../item/Item.ts'

/** An end of an arrow: sticks to an item or stands at a point of the free area (pixels). */
export type SketchEnd = { readonly itemId: ItemId } | { readonly point: Position }

/** An arrow between items or points. */
export interface Arrow {
  readonly id: SketchId
  readonly type: 'arrow'
  readonly from: SketchEnd
  readonly to: SketchEnd
  readonly label: string
  readonly order: string
}

/** Colours of a pen. */
export type StrokeColour = NoteColour | 'ink' | 'accent'

/** A pen stroke: x0,y0,x1,y1… in pixels of the free area. */
export interface Stroke {
  readonly id: SketchId
  readonly type: 'stroke'
  readonly points: readonly number[]
  readonly colour: StrokeColour
  readonly width: number
  readonly order: string
}

/** Anything drawn on a board. */
export type SketchElement = Arrow | Stroke
