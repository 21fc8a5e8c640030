import type { ErrorCode } from '@tafelrunde/protocol'
import * as Y from 'yjs'
import type { ResolvedUpdate, Write } from './resolveRoots.ts'
import type { SeatPermissions } from './seatPermissions.ts'

/** Ask the permissions about everything that an update writes; one forbidden write refuses all of it. */
export function refuseUpdate(ydoc: Y.Doc, update: ResolvedUpdate, permissions: SeatPermissions): ErrorCode | null {
  if (update.hasRootless && permissions.write) return permissions.write
  for (const write of update.writes) {
    const refusal = permissions.refuseRoot(write.place.root) ?? refuseLocked(ydoc, write, permissions)
    if (refusal) return refusal
  }
  return null
}

function refuseLocked(ydoc: Y.Doc, write: Write, { lockedCanvasIds }: SeatPermissions): ErrorCode | null {
  if (lockedCanvasIds.length === 0) return null
  const { root, entry } = write.place
  const touched = root === 'canvases' ? [entry] : root === 'items' ? [canvasOf(ydoc, entry), write.value] : []
  return touched.some((id) => lockedCanvasIds.some((locked) => locked === id)) ? 'board.locked' : null
}

/** The canvas that a stored item is on, read without building the item. */
function canvasOf(ydoc: Y.Doc, itemId: string | null): unknown {
  if (itemId === null) return undefined
  const entry = ydoc.share.get('items')?._map.get(itemId)
  if (!(entry?.content instanceof Y.ContentType)) return undefined
  const canvasId = entry.content.type._map.get('canvasId')
  return canvasId && !canvasId.deleted ? canvasId.content.getContent().at(-1) : undefined
}
