import type {
  Applied,
  Board,
  BoardSnapshot,
  Group,
  Inverse,
  ItemId,
  RecommendationId,
  RunState,
  SeatId,
} from '@tafelrunde/schema'
import type { Role, SubmissionRecord } from '@tafelrunde/protocol'
import { createContext, use } from 'react'
import type { PresencePlace } from '../sync/presence.ts'
import type { CaretParts } from '../sync/TextCarets.ts'
import type { Carry } from './Carry.ts'
import type { Drafts } from './Drafts.ts'
import type { Others } from './Others.ts'
import type { Rights } from './rights.ts'
import type { Selection } from './Selection.ts'
import type { Store } from './Store.ts'

export interface DeskSeat {
  readonly id: SeatId
  readonly name: string
  readonly organisation: string
  readonly role: Role
}

/** A dialog of the board; at most one is open. */
export type DeskDialog =
  | { readonly kind: 'attributes' | 'connect'; readonly itemId: ItemId }
  | { readonly kind: 'move' | 'cluster'; readonly itemIds: readonly ItemId[] }
  | { readonly kind: 'recommendation'; readonly id: RecommendationId }
  | { readonly kind: 'authors'; readonly entryId: string }
  | { readonly kind: 'undo-seat'; readonly seat: { readonly seatId: string; readonly name: string } }
  | { readonly kind: 'bin' | 'keys' | 'new-canvas' | 'spotlight' }

/** What all features of one open board share. */
export interface Desk {
  readonly board: Board
  readonly group: Group
  readonly run: RunState
  readonly seat: DeskSeat
  readonly rights: Rights
  /** Language of the people's texts, for spell check and speech. */
  readonly boardLanguage: 'de' | 'en'
  readonly selection: Selection
  readonly carry: Store<Carry | null>
  readonly others: Store<Others>
  readonly drafts: Drafts
  /** What has been submitted, by recommendation id; filled in when the list's foot has loaded. */
  readonly submissions: Store<ReadonlyMap<string, SubmissionRecord>>
  /** Who writes where in the texts. */
  readonly carets: CaretParts
  readonly snapshot: () => BoardSnapshot
  readonly serverNow: () => number
  /**
   * Run a schema operation, remember its inverse under the label and return its result. Null: nothing was done, or the
   * limit was told to the person and the caller keeps the text.
   */
  edit<T>(label: string, operation: (board: Board) => Applied<T> | null): T | null
  /** Like `edit` without a step to undo, for typing; `remember` adds the one step for all of it. */
  write<T>(operation: (board: Board) => Applied<T> | null): T | null
  remember(label: string, inverse: Inverse): void
  readonly undo: () => void
  readonly redo: () => void
  say(text: string): void
  /** Keep a text that has no place on the board any more. */
  keepText(text: string): void
  /** Show the others where the pointer is and what it drags; null takes it away. */
  showPlace(place: PresencePlace | null): void
  showDragging(dragging: { readonly itemId: ItemId; readonly x: number; readonly y: number } | null): void
  openDialog(dialog: DeskDialog | null): void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('a part of the board is used outside of a desk')
  return desk
}
