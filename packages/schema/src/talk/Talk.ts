import type { TalkId } from '../ids.ts'

/** An impulse talk; harvested items refer to it. */
export interface Talk {
  readonly id: TalkId
  readonly organisation: string
  readonly title: string
}
