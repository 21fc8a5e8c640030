import type { CanvasId, HiddenNote } from '@tafelrunde/schema'
import { useRef } from 'react'
import type { BoardSession } from '../../sync/BoardSession.ts'
import { HiddenNoteRow } from './HiddenNoteRow.tsx'
import { useFieldChoice } from './useFieldChoice.ts'

export interface OwnNotesProps {
  readonly hidden: BoardSession
  readonly notes: readonly HiddenNote[]
  readonly canvasId: CanvasId | null
}

/** What one has written so far, newest first, so that it is under the row in which one writes. */
export function OwnNotes({ hidden, notes, canvasId }: OwnNotesProps) {
  const { fields } = useFieldChoice(canvasId)
  const list = useRef<HTMLUListElement>(null)
  if (notes.length === 0) return null
  return (
    <ul className="hidden-notes" ref={list}>
      {notes.toReversed().map((note) => (
        <HiddenNoteRow
          key={note.id}
          hidden={hidden}
          note={note}
          field={fields.length > 1 ? fields.find(({ place }) => place.fieldId === note.fieldId) : undefined}
        />
      ))}
    </ul>
  )
}
