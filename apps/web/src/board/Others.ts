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

/** Name that is shown for a person: the own one, else the organisation, else "guest". */
export function shownName(person: { readonly name: string; readonly organisation: string }, guest: string): string {
  return person.name || person.organisation || guest
}
