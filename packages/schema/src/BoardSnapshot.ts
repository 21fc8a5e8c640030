import type { Canvas } from './canvas/Canvas.ts'
import type { Item } from './item/Item.ts'
import type { Recommendation } from './recommendation/Recommendation.ts'
import type { SketchElement } from './sketch/Sketch.ts'

/**
 * A board as plain frozen data: the only input of views, projections and exports. Parts that did not change since the
 * last snapshot of the same board are the same objects.
 */
export interface BoardSnapshot {
  /** Layout version of the document it was read from. */
  readonly version: number
  /** By order, then id; also those in the bin. */
  readonly canvases: readonly Canvas[]
  /** Active, parked and deleted; by canvas, field in reading order, order, id; the free area last. */
  readonly items: readonly Item[]
  /** By order, then id; also those in the bin. */
  readonly recommendations: readonly Recommendation[]
  readonly sketch: readonly SketchElement[]
  readonly comments: readonly []
  /** How many unknown or broken parts were left out or replaced by a default. */
  readonly skipped: number
}
