import type { BoardSnapshot, Item, VotePlan } from '@tafelrunde/schema/plain'

/**
 * The notes of one board that can be voted for: what is active, has words and stands where the plan says. The one
 * place that decides it: a note that counts through another one is left out here.
 */
export function voteableNotes(board: BoardSnapshot, plan: Pick<VotePlan, 'fieldId'>): readonly Item[] {
  const shown = new Set(board.canvases.filter(({ state }) => state === 'active').map(({ id }) => id))
  return board.items.filter(
    ({ state, plainText, fieldId, canvasId }) =>
      state === 'active' &&
      plainText.trim() !== '' &&
      (plan.fieldId === null || plan.fieldId === fieldId) &&
      (canvasId === null || shown.has(canvasId)),
  )
}
