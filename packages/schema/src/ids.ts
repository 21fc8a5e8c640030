declare const brand: unique symbol

/** A string that only the parser or the generator of its kind may produce. */
type Branded<K extends string> = string & { readonly [brand]: K }

/** Id of a workshop. */
export type WorkshopId = Branded<'workshop'>
/** Id of a series of workshops. */
export type SeriesId = Branded<'series'>
/** Id of a group; its board is the document `group/<id>`. */
export type GroupId = Branded<'group'>
/** Id of a person's place in a workshop. */
export type SeatId = Branded<'seat'>
/** Id of a canvas on a board. */
export type CanvasId = Branded<'canvas'>
/** Id of an item; a move keeps it. */
export type ItemId = Branded<'item'>
/** Id of a recommendation. */
export type RecommendationId = Branded<'recommendation'>
/** Id of an arrow or stroke. */
export type SketchId = Branded<'sketch'>
/** Id of a target group; belongs to the series and is kept across workshops. */
export type TargetGroupId = Branded<'target-group'>
/** Id of an impulse talk. */
export type TalkId = Branded<'talk'>
/** Id of a step of the run sheet. */
export type StepId = Branded<'step'>
/** Id of a part of a step; an edit of the run sheet keeps it. */
export type StepPartId = Branded<'step-part'>
/** Id of a named snapshot. */
export type SnapshotId = Branded<'snapshot'>
/** Id of one round of a vote. */
export type VoteRoundId = Branded<'vote-round'>
/** Id of a field, defined by the template; `free` is the free area beside the fields. */
export type FieldId = string

/** The free area of a board: items with this field have no canvas. */
export const FREE_FIELD: FieldId = 'free'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ALPHABET = `${LETTERS}0123456789-_`
const ID_LENGTH = 22
const ID_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{21}$/

/**
 * A new random id: 22 url-safe characters beginning with a letter, about 131 bits.
 *
 * Uses `crypto.getRandomValues`, which exists without a secure context (`randomUUID` does not).
 */
export function newId<T extends string>(): T {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_LENGTH))
  let id = LETTERS[((bytes[0] as number) * LETTERS.length) >> 8] as string
  for (let at = 1; at < ID_LENGTH; at++) id += ALPHABET[(bytes[at] as number) & 63]
  return id as T
}

/** Whether a value has the form of an id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value)
}

/** The value as an id of the wanted kind, or null for anything that is not an id. Never throws. */
export function parseId<T extends string>(value: unknown): T | null {
  return isId(value) ? (value as T) : null
}
