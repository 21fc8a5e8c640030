import { internalsOf, type Board } from '../Board.ts'
import { isRichText, type Applied } from '../Inverse.ts'
import { FREE_FIELD, newId, type ItemId, type SeatId } from '../ids.ts'
import type { Json } from '../json.ts'
import { assertWithin, LIMITS } from '../limits.ts'
import { insertionIndex, planInsertion } from '../order.ts'
import { plainTextOf, richTextOf, type RichText } from '../RichText.ts'
import { normaliseRichText } from '../text.ts'
import { transact } from '../transact.ts'
import type { Writer } from '../Writer.ts'
import { attributeValues } from './attributeValues.ts'
import { fieldItems } from './fieldItems.ts'
import type { Evidence, ItemAttributes, ItemPlace, NoteColour, Visibility } from './Item.ts'
import { tagValues } from './tagValues.ts'
import { safeUrl } from '../text.ts'

/** A new item. `author` and `createdAt` are hints for display; the journal knows better. */
export interface NewItem {
  readonly place: ItemPlace
  readonly text?: RichText | string
  readonly attributes?: ItemAttributes
  readonly evidence?: Evidence
  readonly sourceUrl?: string
  readonly visibility?: Visibility
  readonly tags?: readonly string[]
  readonly colour?: NoteColour
  readonly state?: 'active' | 'parked'
  /** The item that it lies under, in the same field. */
  readonly headId?: ItemId | null
  readonly author?: SeatId
  /** Epoch milliseconds; now if absent. */
  readonly createdAt?: number
  readonly id?: ItemId
}

/**
 * Put an item into a field or the free area. Null when the canvas is gone or an item with this id is there already.
 *
 * @throws LimitExceeded `item.tooLong` | `item.tooMany` | `text.tooLong`, before anything is written
 */
export function addItem(board: Board, item: NewItem): Applied<ItemId> | null {
  const applied = addManyItems(board, 'addItem', item.place, [item])
  return applied && { ...applied, result: applied.result[0] as ItemId }
}

/**
 * Put each line into a field as an item of its own, in order; empty lines are left out. Null when none is left.
 *
 * @throws LimitExceeded `item.tooLong` | `item.tooMany` | `text.tooLong`, before anything is written
 */
export function addItems(
  board: Board,
  place: ItemPlace,
  lines: readonly string[],
  author?: SeatId,
): Applied<readonly ItemId[]> | null {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  assertWithin('item.tooMany', filled.length, LIMITS.linesPerPaste)
  const items = filled.map((text): NewItem => ({ place, text, ...(author ? { author } : {}) }))
  return addManyItems(board, 'addItems', place, items)
}

function addManyItems(
  board: Board,
  operation: string,
  place: ItemPlace,
  items: readonly NewItem[],
): Applied<readonly ItemId[]> | null {
  const { roots } = internalsOf(board)
  if (items.length === 0) return null
  assertWithin('item.tooMany', roots.items.size + items.length, LIMITS.itemsPerBoard)
  const contents = items.map((item) => ({ item, text: checkedItem(item) }))
  if (items.some((item) => item.id !== undefined && roots.items.has(item.id))) return null
  return transact(board, operation, (write) => {
    if (place.fieldId !== FREE_FIELD && (!place.canvasId || !write.entry('canvases', place.canvasId))) return null
    const keys = claimOrder(board, write, { place, count: items.length, moving: null })
    return contents.map(({ item, text }, index) =>
      writeItem(write, { ...item, place, order: keys[index] as string, text }),
    )
  })
}

/** The normalised text of a new item; throws if anything of the item is too long or too much. */
export function checkedItem(item: Pick<NewItem, 'text' | 'attributes' | 'tags'>): RichText {
  attributeValues(item.attributes ?? {})
  tagValues(item.tags ?? [])
  return checkedItemText(item.text ?? '')
}

/** Rich text for an item, normalised; throws if it is too long. */
export function checkedItemText(text: RichText | string): RichText {
  const long = typeof text === 'string' ? text.length : plainTextOf(text).length
  assertWithin('item.tooLong', long, LIMITS.itemCharactersHard)
  return normaliseRichText(typeof text === 'string' ? richTextOf(text) : isRichText(text) ? text : [])
}

/** Keys for `count` items at a place; neighbours without room between them get new ones. */
export function claimOrder(
  board: Board,
  write: Writer,
  { place, count, moving }: { place: ItemPlace; count: number; moving: ItemId | null },
): readonly string[] {
  const siblings = fieldItems(board, place).filter((item) => item.id !== moving)
  const plan = planInsertion(siblings, { at: insertionIndex(siblings, place), count })
  for (const [id, order] of plan.renumbered) write.setSilently('items', id, 'order', order)
  return plan.keys
}

/** Write a prepared item; for operations that add items among other things. */
export function writeItem(write: Writer, item: NewItem & { order: string; text: RichText }): ItemId {
  const id = item.id ?? newId<ItemId>()
  const isFree = item.place.fieldId === FREE_FIELD
  const values: Record<string, Json> = {
    canvasId: isFree ? null : item.place.canvasId,
    fieldId: item.place.fieldId,
    order: item.order,
    ...(item.headId ? { head: item.headId } : {}),
    x: item.place.position?.x ?? null,
    y: item.place.position?.y ?? null,
    evidence: item.evidence ?? null,
    sourceUrl: safeUrl(item.sourceUrl),
    visibility: item.visibility === 'public' ? 'public' : null,
    colour: item.colour ?? null,
    state: item.state === 'parked' ? 'parked' : null,
    author: item.author ?? null,
    createdAt: item.createdAt ?? Date.now(),
    ...attributeValues(item.attributes ?? {}),
    ...tagValues(item.tags ?? []),
  }
  write.createWithBin('items', id, { values, richTexts: { text: item.text } })
  return id
}
