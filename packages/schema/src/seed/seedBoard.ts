import { internalsOf, openBoard } from '../Board.ts'
import { writeCanvas } from '../canvas/addCanvas.ts'
import type { TargetGroupId } from '../ids.ts'
import { freshOrderKeys } from '../order.ts'
import { transact } from '../transact.ts'
import { SCHEMA_VERSION } from '../version.ts'
import type { YDocLike } from '../YDocLike.ts'

/** What a new board starts with. */
export interface BoardSeed {
  readonly canvases: readonly {
    readonly templateId: string
    readonly title: string
    readonly targetGroupId?: TargetGroupId | null
  }[]
}

/**
 * Give a new board its version and first canvases. Server only, once, under the document's lock: two seedings would
 * make every canvas twice. A board that has a version is left alone; returns whether it was seeded.
 */
export function seedBoard(document: YDocLike, seed: BoardSeed): boolean {
  const board = openBoard(document)
  const { meta } = internalsOf(board)
  if (meta.get('version') !== undefined) return false
  transact(board, 'seedBoard', (write) => {
    meta.set('version', SCHEMA_VERSION)
    const orders = freshOrderKeys(seed.canvases.length)
    for (const [index, canvas] of seed.canvases.entries()) writeCanvas(write, canvas, orders[index] as string)
    return true
  })
  return true
}
