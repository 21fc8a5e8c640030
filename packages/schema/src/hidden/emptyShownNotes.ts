import * as Y from 'yjs'
import { internalsOf, type Board } from '../Board.ts'
import { readFragment, writeFragment } from '../fragment.ts'
import type { ItemId } from '../ids.ts'
import { plainTextOf, richTextOf } from '../RichText.ts'

/** What of a hidden note has been shown. */
export interface ShownText {
  readonly id: ItemId
  readonly plainText: string
}

/**
 * Take out of a private document what stands on a board now.
 *
 * The entry stays, without its text: words that its author adds meanwhile, or has written without a connection, have a
 * place to arrive at. They are a hidden note again and can be shown like any other.
 */
export function emptyShownNotes(board: Board, shown: readonly ShownText[], shownAt: number): void {
  const { ydoc, roots } = internalsOf(board)
  ydoc.transact(() => {
    for (const { id, plainText } of shown) {
      const entry = roots.items.get(id)
      const fragment = entry instanceof Y.Map ? entry.get('text') : null
      if (!(entry instanceof Y.Map) || !(fragment instanceof Y.XmlFragment)) continue
      const now = plainTextOf(readFragment(fragment).text)
      const rest = now.startsWith(plainText) ? now.slice(plainText.length).trimStart() : now
      if (rest === '') emptyTexts(fragment)
      else writeFragment(fragment, richTextOf(rest))
      entry.set('shownAt', shownAt)
    }
  })
}

/** Characters go, what holds them stays: somebody may be writing in it. Without recursion; nobody bounds the depth. */
function emptyTexts(fragment: Y.XmlFragment): void {
  const open: Y.XmlFragment[] = [fragment]
  for (let next = open.pop(); next; next = open.pop()) {
    for (const node of next.toArray()) {
      if (node instanceof Y.XmlText) node.delete(0, node.length)
      else if (node instanceof Y.XmlElement) open.push(node)
    }
  }
}
