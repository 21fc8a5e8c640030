import type { Board } from '../Board.ts'
import type { ItemId } from '../ids.ts'
import type { Applied } from '../Inverse.ts'
import { safeUrl } from '../text.ts'
import { transact } from '../transact.ts'
import { attributeValues } from './attributeValues.ts'
import type { Evidence, ItemAttributesPatch, NoteColour, Visibility } from './Item.ts'
import { TAG_PREFIX } from './parseItem.ts'
import { tagValues } from './tagValues.ts'

/**
 * Change attributes of an item; null removes one. Each attribute merges on its own.
 *
 * @throws LimitExceeded `text.tooLong`, before anything is written
 */
export function setItemAttributes(board: Board, itemId: ItemId, patch: ItemAttributesPatch): Applied<true> | null {
  const values = attributeValues(patch)
  return transact(board, 'setItemAttributes', (write) => {
    for (const [key, value] of Object.entries(values)) write.set('items', itemId, key, value)
    return true
  })
}

/** Say how well an item is known; null: not said. */
export function setItemEvidence(board: Board, itemId: ItemId, evidence: Evidence | null): Applied<true> | null {
  return transact(board, 'setItemEvidence', (write) => {
    write.set('items', itemId, 'evidence', evidence)
    return true
  })
}

/** Set where an item's statement comes from; null, and any link that is not http(s) or mail, removes it. */
export function setItemSource(board: Board, itemId: ItemId, sourceUrl: string | null): Applied<true> | null {
  return transact(board, 'setItemSource', (write) => {
    write.set('items', itemId, 'sourceUrl', safeUrl(sourceUrl))
    return true
  })
}

/** Say whether an item may be published. */
export function setItemVisibility(board: Board, itemId: ItemId, visibility: Visibility): Applied<true> | null {
  return transact(board, 'setItemVisibility', (write) => {
    write.set('items', itemId, 'visibility', visibility === 'public' ? 'public' : null)
    return true
  })
}

/**
 * Set the tags of an item. Only the difference is written, so that tags that two people add at once both stay.
 *
 * @throws LimitExceeded `item.tooMany` | `text.tooLong`, before anything is written
 */
export function setItemTags(board: Board, itemId: ItemId, tags: readonly string[]): Applied<true> | null {
  const wanted = tagValues(tags)
  return transact(board, 'setItemTags', (write) => {
    for (const key of [...(write.entry('items', itemId)?.keys() ?? [])]) {
      if (key.startsWith(TAG_PREFIX) && !Object.hasOwn(wanted, key)) write.set('items', itemId, key, null)
    }
    for (const key of Object.keys(wanted)) write.set('items', itemId, key, true)
    return true
  })
}

/** Give items another paper tint; null: the field's own. */
export function recolourItem(
  board: Board,
  itemIds: ItemId | readonly ItemId[],
  colour: NoteColour | null,
): Applied<true> | null {
  const ids = typeof itemIds === 'string' ? [itemIds] : itemIds
  return transact(board, 'recolourItem', (write) => {
    for (const id of ids) write.set('items', id, 'colour', colour)
    return true
  })
}
