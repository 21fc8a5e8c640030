import type { ItemId } from '@tafelrunde/schema'
import type { PresencePlace } from '../sync/presence.ts'

/** Another person at this board, as presence tells; one entry per seat, not per tab. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly colour: number
  readonly place: PresencePlace | null
  readonly dragging: { readonly itemId: ItemId; readonly x: number; readonly y: number } | null
}

/** What somebody else does with a note. */
export interface NoteMark {
  readonly name: string
  readonly colour: number
  readonly isEditing: boolean
}

export interface Others {
  readonly people: readonly Person[]
  readonly marks: ReadonlyMap<ItemId, NoteMark>
}

export const NOBODY: Others = { people: [], marks: new Map() }
