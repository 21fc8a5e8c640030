import type { CanvasId } from '@tafelrunde/schema'
import { useDesk } from '../../board/Desk.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { hiddenFields, usualField, type HiddenField } from './hiddenPlace.ts'

/** The fields that a hidden note can go to, and the one it goes to if nobody chooses. */
export function useFieldChoice(canvasId: CanvasId | null): {
  readonly fields: readonly HiddenField[]
  readonly usual: HiddenField | undefined
} {
  const { board, run, group } = useDesk()
  const canvases = useBoardValue(board, (snapshot) => snapshot.canvases.filter(({ state }) => state === 'active'))
  const fields = hiddenFields(group, canvases.find(({ id }) => id === canvasId) ?? canvases[0])
  return { fields, usual: usualField(run, group, fields) }
}
