import { binItem, itemTextEdited, type FieldTemplate, type Item, type ItemId, type RichText } from '@tafelrunde/schema'
import { memo, useCallback } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { AgreeButton } from '../../features/item/AgreeButton.tsx'
import { Note } from '../../features/item/Note.tsx'
import { useText } from '../../i18n/useText.ts'
import { focusNote } from './useWhiteboardKeys.ts'

export interface BoardNoteProps {
  readonly item: Item
  readonly field: FieldTemplate | null
  readonly isTabStop: boolean
}

/** A note of the board: what happens when one has written in it. */
export const BoardNote = memo(function BoardNote({ item, field, isTabStop }: BoardNoteProps) {
  const t = useText().board
  const desk = useDesk()
  const { selection, rights, board } = desk
  const mayWrite = rights.closed.items === null && !rights.isCanvasLocked(item.canvasId)

  const onEditDone = useCallback(
    (id: ItemId) => {
      selection.stopEditing()
      requestAnimationFrame(() => {
        if (document.activeElement === document.body || document.activeElement === null) focusNote(id)
      })
    },
    [selection],
  )
  const onEdited = useCallback(
    (id: ItemId, before: RichText) => {
      const inverse = itemTextEdited(board, id, before)
      if (inverse) desk.remember(t.didEdit, inverse)
      const written = desk.snapshot().items.find((candidate) => candidate.id === id)
      if (written?.state === 'active' && written.plainText.trim() === '') desk.write((open) => binItem(open, id))
    },
    [board, desk, t],
  )
  const isQuestion = item.attributes.harvestKind === 'question'
  return (
    <div className="note-place">
      <Note
        item={item}
        tint={field?.tint ?? 'sand'}
        isTabStop={isTabStop}
        mayWrite={mayWrite}
        onEditDone={onEditDone}
        onEdited={onEdited}
        {...(field?.type === 'messages' && { kind: 'message' as const })}
        {...(field?.attribute === 'harvest' && { kind: 'harvest' as const })}
      />
      <AgreeButton item={item} isQuestion={isQuestion} isTabStop={isTabStop} />
    </div>
  )
})
