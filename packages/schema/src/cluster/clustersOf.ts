import type { ItemId } from '../ids.ts'
import type { Item } from '../item/Item.ts'

/** Which notes lie under which: one level, a head and its members. */
export interface Clusters {
  readonly headOf: ReadonlyMap<ItemId, ItemId>
  /** Members of each head that has some, in the order of the board. */
  readonly membersOf: ReadonlyMap<ItemId, readonly Item[]>
}

const NONE: Clusters = { headOf: new Map(), membersOf: new Map() }

/**
 * The clusters of a board. An item lies under the head that it names only while both are active and in the same field,
 * and the head lies under nothing itself; else it stands for itself, so that no note goes out of sight with another,
 * whatever people did at the same time.
 */
export function clustersOf(items: readonly Item[]): Clusters {
  if (!items.some((item) => item.headId !== null)) return NONE
  const active = new Map(items.filter((item) => item.state === 'active').map((item) => [item.id, item]))
  const named = (item: Item): Item | null => {
    const head = item.headId === null ? undefined : active.get(item.headId)
    return head && head !== item && head.canvasId === item.canvasId && head.fieldId === item.fieldId ? head : null
  }
  const headOf = new Map<ItemId, ItemId>()
  const membersOf = new Map<ItemId, Item[]>()
  for (const item of active.values()) {
    const head = named(item)
    if (!head || named(head)) continue
    headOf.set(item.id, head.id)
    const members = membersOf.get(head.id)
    if (members) members.push(item)
    else membersOf.set(head.id, [item])
  }
  return { headOf, membersOf }
}
