import type { CanvasId, FieldId, GroupId, ItemId } from '../ids.ts'
import type { RichText } from '../RichText.ts'

/** Where a hidden note goes when it is shown: a field of a canvas on a group's board. */
export interface HiddenPlace {
  readonly groupId: GroupId
  readonly canvasId: CanvasId | null
  readonly fieldId: FieldId
}

/** A note that nobody but its author has seen; an entry of the author's private document. */
export interface HiddenNote extends HiddenPlace {
  readonly id: ItemId
  readonly order: string
  readonly text: RichText
  readonly plainText: string
  /** When an earlier part of it was shown, epoch milliseconds; what is here was written after that. */
  readonly shownAt: number | null
  /** A hint, epoch milliseconds. */
  readonly createdAt: number | null
}
