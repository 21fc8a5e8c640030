import type { ErrorCode } from '@tafelrunde/protocol'
import type { CanvasId } from '@tafelrunde/schema'
import { Store } from './Store.ts'

/** A text that stands in a writing row and is not on the board yet. */
export interface Draft {
  readonly root: 'items' | 'recommendations'
  readonly canvasId: CanvasId | null
  readonly fieldId: string
  readonly text: string
}

/** What decides whether a row may still be written in. */
interface Openness {
  readonly closed: Readonly<Record<Draft['root'], ErrorCode | null>>
  isCanvasLocked(canvasId: CanvasId | null): boolean
}

/**
 * The unfinished texts of a board's writing rows, by row.
 *
 * Rows come and go: with the view, with the canvas, and whenever writing ends for a moment. Their texts stay here, and
 * stand in the row again when it comes back.
 */
export class Drafts extends Store<ReadonlyMap<string, Draft>> {
  constructor() {
    super(new Map())
  }

  write(row: string, draft: Draft): void {
    const next = new Map(this.get())
    if (draft.text === '') next.delete(row)
    else next.set(row, draft)
    this.set(next)
  }

  /** Take away the texts of the rows that are closed now, each with the reason. */
  takeClosed(rights: Openness): readonly (Draft & { readonly reason: ErrorCode })[] {
    const taken: (Draft & { reason: ErrorCode })[] = []
    const kept = new Map<string, Draft>()
    for (const [row, draft] of this.get()) {
      const reason = rights.closed[draft.root] ?? (rights.isCanvasLocked(draft.canvasId) ? 'board.locked' : null)
      if (reason) taken.push({ ...draft, reason })
      else kept.set(row, draft)
    }
    if (taken.length > 0) this.set(kept)
    return taken
  }

  /** Take away all texts: the board is being left. */
  takeAll(): readonly Draft[] {
    const taken = [...this.get().values()]
    if (taken.length > 0) this.set(new Map())
    return taken
  }
}
