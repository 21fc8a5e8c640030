import type { CanvasId, TargetGroupId } from '../ids.ts'
import type { RichText } from '../RichText.ts'

/** Whether a target group is reached directly or through others. */
export const CANVAS_KINDS = ['users', 'multipliers', 'internal', 'decision-makers'] as const
export type CanvasKind = (typeof CANVAS_KINDS)[number]

/** An online service that a canvas is about. */
export interface Service {
  readonly id: string
  readonly text: string
  readonly url: string | null
}

/** One target group analysed in typed fields; its items refer to it. */
export interface Canvas {
  readonly id: CanvasId
  readonly templateId: string
  readonly order: string
  readonly title: string
  readonly targetGroupId: TargetGroupId | null
  readonly kind: CanvasKind | null
  readonly services: readonly Service[]
  readonly summary: RichText
  readonly state: 'active' | 'deleted'
}
