import { clustersOf, type BoardSnapshot, type Item, type ItemId, type VotePlan } from '@tafelrunde/schema/plain'

/**
 * The notes of one board that can be voted for: what is active, has words and stands where the plan says. The one
 * place that decides it: a note in a cluster counts through its head and is left out, unless the head has no words.
 */
export function voteableNotes(board: BoardSnapshot, plan: Pick<VotePlan, 'fieldId'>): readonly Item[] {
  const shown = new Set(board.canvases.filter(({ state }) => state === 'active').map(({ id }) => id))
  const { headOf } = clustersOf(board.items)
  const named = new Set(board.items.filter(({ plainText }) => plainText.trim() !== '').map(({ id }) => id))
  const isCounted = (headId: ItemId | undefined): boolean => headId !== undefined && named.has(headId)
  return board.items.filter(
    ({ id, state, plainText, fieldId, canvasId }) =>
      state === 'active' &&
      !isCounted(headOf.get(id)) &&
      plainText.trim() !== '' &&
      (plan.fieldId === null || plan.fieldId === fieldId) &&
      (canvasId === null || shown.has(canvasId)),
  )
}
