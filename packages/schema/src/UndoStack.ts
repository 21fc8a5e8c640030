import { applyInverse, type SkipReason } from './applyInverse.ts'
import type { Board } from './Board.ts'
import { parseInverse, type Inverse } from './Inverse.ts'
import { isRecord } from './json.ts'

/** One step of one's own that can be taken back; `label` is a message key of the caller. */
export interface UndoStep {
  readonly label: string
  readonly inverse: Inverse
}

/** A stack as it is kept in session storage. */
export interface UndoStackJson {
  readonly undo: readonly UndoStep[]
  readonly redo: readonly UndoStep[]
}

/** What undo or redo did: the step, or why it was skipped. */
export type UndoResult =
  | { readonly done: true; readonly label: string }
  | { readonly skipped: SkipReason; readonly label: string }

/** Older steps are forgotten; keeps the session storage of a long workshop small. */
const MAX_STEPS = 100

/**
 * One's own steps, per seat and tab.
 *
 * 1. Only what was pushed is taken back: never what others did.
 * 2. A step that others have changed since is skipped, says so and is dropped; the next call takes the one before it.
 * 3. A new step ends the possibility to redo.
 */
export class UndoStack {
  #undo: UndoStep[] = []
  #redo: UndoStep[] = []

  get canUndo(): boolean {
    return this.#undo.length > 0
  }

  get canRedo(): boolean {
    return this.#redo.length > 0
  }

  push(label: string, inverse: Inverse): void {
    this.#undo = [...this.#undo, { label, inverse }].slice(-MAX_STEPS)
    this.#redo = []
  }

  /** Take back the newest step; null when there is none. */
  undo(board: Board): UndoResult | null {
    return move(board, this.#undo, this.#redo)
  }

  /** Do the newest step that was taken back again; null when there is none. */
  redo(board: Board): UndoResult | null {
    return move(board, this.#redo, this.#undo)
  }

  toJSON(): UndoStackJson {
    return { undo: [...this.#undo], redo: [...this.#redo] }
  }

  /** A stack from storage; what is not a step is left out. Never throws. */
  static fromJSON(value: unknown): UndoStack {
    const stack = new UndoStack()
    if (!isRecord(value)) return stack
    stack.#undo = parseSteps(value['undo'])
    stack.#redo = parseSteps(value['redo'])
    return stack
  }
}

function move(board: Board, from: UndoStep[], to: UndoStep[]): UndoResult | null {
  const step = from.pop()
  if (!step) return null
  const applied = applyInverse(board, step.inverse)
  if ('skipped' in applied) return { skipped: applied.skipped, label: step.label }
  to.push({ label: step.label, inverse: applied.inverse })
  return { done: true, label: step.label }
}

function parseSteps(value: unknown): UndoStep[] {
  if (!Array.isArray(value)) return []
  return value.slice(-MAX_STEPS).flatMap((step: unknown) => {
    const inverse = isRecord(step) ? parseInverse(step['inverse']) : null
    return inverse && isRecord(step) && typeof step['label'] === 'string' ? [{ label: step['label'], inverse }] : []
  })
}
