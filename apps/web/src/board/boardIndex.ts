import {
  clustersOf,
  FREE_FIELD,
  type BoardSnapshot,
  type CanvasId,
  type Clusters,
  type FieldId,
  type Item,
  type ItemId,
} from '@tafelrunde/schema'

/** A snapshot's active items, found by place and by id. Places have heads and single items; members lie under a head. */
export interface BoardIndex {
  readonly byId: ReadonlyMap<ItemId, Item>
  readonly free: readonly Item[]
  readonly clusters: Clusters
  itemsIn(canvasId: CanvasId | null, fieldId: FieldId): readonly Item[]
}

const known = new WeakMap<BoardSnapshot, BoardIndex>()
const NONE: readonly Item[] = []

/** Built once per snapshot, however many fields ask. */
export function indexOf(snapshot: BoardSnapshot): BoardIndex {
  const index = known.get(snapshot)
  if (index) return index
  const clusters = clustersOf(snapshot.items)
  const byId = new Map<ItemId, Item>()
  const byField = new Map<string, Item[]>()
  for (const item of snapshot.items) {
    if (item.state !== 'active') continue
    byId.set(item.id, item)
    if (clusters.headOf.has(item.id)) continue
    const key = keyOf(item.canvasId, item.fieldId)
    const list = byField.get(key)
    if (list) list.push(item)
    else byField.set(key, [item])
  }
  const built: BoardIndex = {
    byId,
    clusters,
    free: byField.get(keyOf(null, FREE_FIELD)) ?? NONE,
    itemsIn: (canvasId, fieldId) => byField.get(keyOf(canvasId, fieldId)) ?? NONE,
  }
  known.set(snapshot, built)
  return built
}

function keyOf(canvasId: CanvasId | null, fieldId: FieldId): string {
  return fieldId === FREE_FIELD ? FREE_FIELD : `${canvasId}/${fieldId}`
}
