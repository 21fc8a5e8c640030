import * as Y from 'yjs'

/**
 * Whether two documents are the same to everybody who syncs with them: the same edits of the same authors, the same
 * deletions, the same content in every root.
 */
export function isSameDocument(a: Y.Doc, b: Y.Doc): boolean {
  if (!Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))) return false
  const roots = (ydoc: Y.Doc): string[] =>
    Array.from(ydoc.share.keys()).toSorted((one, other) => (one < other ? -1 : 1))
  if (roots(a).join('\n') !== roots(b).join('\n')) return false
  return roots(a).every((name) => contentOf(a.share.get(name)) === contentOf(b.share.get(name)))
}

/** Everything that is not deleted below a type, whatever kind it is: roots have no kind before somebody asks for one. */
function contentOf(type: ReturnType<Y.Doc['share']['get']>): string {
  if (!type) return ''
  const list: string[] = []
  for (let item = type._start; item; item = item.right) if (!item.deleted) list.push(...valuesOf(item))
  const map = Array.from(type._map, ([key, item]) => (item.deleted ? '' : JSON.stringify(key) + valuesOf(item).join()))
  return `[${list.join()}]{${map.toSorted((one, other) => (one < other ? -1 : 1)).join()}}`
}

/** One entry per unit: two documents may hold the same text in other pieces. */
function valuesOf({ content }: Y.Item): string[] {
  if (content instanceof Y.ContentType) return [content.type.constructor.name + contentOf(content.type)]
  if (content instanceof Y.ContentFormat) return [JSON.stringify([content.key, content.value])]
  return content
    .getContent()
    .map((value) => (value instanceof Uint8Array ? value.join() : (JSON.stringify(value) ?? '')))
}
