import * as Y from 'yjs'
import { internalsOf, type Board } from '../Board.ts'
import { readFragment } from '../fragment.ts'
import type { ItemId } from '../ids.ts'
import type { Applied, Inverse } from '../Inverse.ts'
import { isEqual } from '../json.ts'
import type { RichText } from '../RichText.ts'
import { transact } from '../transact.ts'
import { checkedItemText } from './addItem.ts'

/**
 * Set the text of an item, changing as little of it as possible.
 *
 * @throws LimitExceeded `item.tooLong`, before anything is written
 */
export function editItemText(board: Board, itemId: ItemId, text: RichText | string): Applied<true> | null {
  const checked = checkedItemText(text)
  return transact(board, 'editItemText', (write) => {
    write.richText('items', itemId, 'text', checked)
    return true
  })
}

/**
 * The inverse of what was typed through a bound editor, for the undo stack: take the text before, and call this when
 * the editor is left. Null when nothing changed or the item is gone.
 */
export function itemTextEdited(board: Board, itemId: ItemId, before: RichText): Inverse | null {
  const entry = internalsOf(board).roots.items.get(itemId)
  const fragment = entry instanceof Y.Map ? entry.get('text') : null
  if (!(fragment instanceof Y.XmlFragment)) return null
  const expected = readFragment(fragment).text
  if (isEqual(before, expected)) return null
  const change = { type: 'richText', root: 'items', id: itemId, key: 'text', value: before, expected } as const
  return { operation: 'editItemText', changes: [change] }
}
