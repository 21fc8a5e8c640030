import type { TargetGroupId } from '../ids.ts'

/** Who is to be reached; belongs to the series, and canvases of several groups may refer to the same one. */
export interface TargetGroup {
  readonly id: TargetGroupId
  readonly title: string
}
