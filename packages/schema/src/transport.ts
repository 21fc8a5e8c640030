import type * as Y from 'yjs'
import { internalsOf, type Board } from './Board.ts'
import { plenaryInternalsOf, type Plenary } from './Plenary.ts'
import { ydocOfWorkshopState, type WorkshopState } from './WorkshopState.ts'

export { readAuthorship, type AuthoredRoot, type EntryAuthorship } from './authorship/entryAuthorship.ts'
export { openBoard } from './Board.ts'
export { isKnownText } from './fragment.ts'
export { canvasSummaryFragment, itemFragment, recommendationFragment } from './fragments.ts'
export { emptyShownNotes, type ShownText } from './hidden/emptyShownNotes.ts'
export { actsOf, showNotes, type ShownNote } from './hidden/showNotes.ts'
export { openPlenary, PLENARY_ROOTS } from './Plenary.ts'
export { takeBackEdits, TakeBackRefused, type EditHistory, type RecordedEdit } from './take-back/takeBackEdits.ts'
export { type TakenCounts } from './take-back/takenCounts.ts'
export { openWorkshopState, RUN_STATE_ROOT } from './WorkshopState.ts'
export { type YDocLike } from './YDocLike.ts'

/** The Y.Doc of a board. Only for what moves updates: sync and journal. */
export function ydocOf(board: Board): Y.Doc {
  return internalsOf(board).ydoc
}

/** The Y.Doc of a run state. Only for what moves updates: sync and journal. */
export function ydocOfRunState(state: WorkshopState): Y.Doc {
  return ydocOfWorkshopState(state)
}

/** The Y.Doc of a plenary. Only for what moves updates: sync and journal. */
export function ydocOfPlenary(plenary: Plenary): Y.Doc {
  return plenaryInternalsOf(plenary).ydoc
}
