import type { CanvasId, FieldId, GroupId } from '../ids.ts'

/** What the screen can show. */
export const SCREEN_LAYOUTS = [
  'instruction',
  'fields',
  'columns',
  'recommendations',
  'vote',
  'ranking',
  'matrix',
  'coverage',
  'commitments',
  'board',
] as const
export type ScreenLayout = (typeof SCREEN_LAYOUTS)[number]

/** One group's board, canvas or field on the screen. */
export interface Spotlight {
  readonly groupId: GroupId
  readonly canvasId: CanvasId | null
  readonly fieldId: FieldId | null
}

/** How the moderators direct the screen beyond what the step says. */
export interface Stage {
  /** Null: the layout of the step. */
  readonly layout: ScreenLayout | null
  readonly spotlight: Spotlight | null
  /** Since when the screen keeps its picture, epoch milliseconds; null: it is live. */
  readonly frozenAt: number | null
  /** The page that the remote control turned to, counted from 0; null: the screen turns pages by itself. */
  readonly page: number | null
}

/** Everybody is asked to come to one place; each person may stay away. */
export interface Gathering {
  readonly id: string
  /** The board to come to; null: the plenary, unless everybody goes to their own group. */
  readonly groupId: GroupId | null
  /** Everybody is asked back to the board of their own group; `groupId` is null then. */
  readonly isToOwnGroup: boolean
  readonly at: number
}

/** What a group tells the moderators; epoch milliseconds, null when it does not. */
export interface GroupSignals {
  readonly readyAt: number | null
  readonly helpAt: number | null
}

/** Hidden notes that became visible. */
export interface Reveal {
  readonly id: string
  /** The group whose hidden notes were revealed; null: those of all. */
  readonly groupId: GroupId | null
  readonly at: number
  readonly notes: number
  readonly hasAuthors: boolean
}
