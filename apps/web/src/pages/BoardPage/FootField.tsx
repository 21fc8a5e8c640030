import type { Canvas, FieldTemplate } from '@tafelrunde/schema'
import { useId } from 'react'
import { indexOf } from '../../board/boardIndex.ts'
import { dropMarkOf, isCarryOver } from '../../board/Carry.ts'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { ItemWriter } from '../../features/item/ItemWriter.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { BoardNote } from './BoardNote.tsx'
import { NoteCluster } from './NoteCluster.tsx'

/** A field at the foot of the canvas: its notes in one line. */
export function FootField({ canvas, field }: { canvas: Canvas; field: FieldTemplate }) {
  const language = useLanguage()
  const desk = useDesk()
  const heading = useId()
  const items = useBoardValue(desk.board, (snapshot) => indexOf(snapshot).itemsIn(canvas.id, field.id))
  const isOver = useStore(desk.carry, (carry) => isCarryOver(carry, canvas.id, field.id))
  const dropMark = useStore(desk.carry, (carry) => dropMarkOf(carry, canvas.id, field.id))
  const tabStop = useStore(desk.selection, ({ current }) =>
    items.some((item) => item.id === current) ? current : (items[0]?.id ?? null),
  )
  const mayWrite = desk.rights.closed.items === null && !desk.rights.isCanvasLocked(canvas.id)
  const name = field.label[language]
  return (
    <section
      className="foot-field"
      aria-labelledby={heading}
      title={field.prompt[language]}
      data-drop-field={field.id}
      data-canvas-id={canvas.id}
      data-in-line=""
      data-over={isOver ? '' : undefined}
    >
      <h2 id={heading}>{name}</h2>
      <ul className="field-notes foot-notes" data-field-body>
        {items.map((item) => (
          <li
            key={item.id}
            className="field-note"
            data-drop={
              dropMark === `before:${item.id}` ? 'before' : dropMark === `after:${item.id}` ? 'after' : undefined
            }
          >
            <NoteCluster item={item}>
              {(note) => <BoardNote item={note} field={field} isTabStop={item.id === tabStop} />}
            </NoteCluster>
          </li>
        ))}
        {mayWrite && (
          <li className="foot-writer">
            <ItemWriter place={{ canvasId: canvas.id, fieldId: field.id }} fieldName={name} />
          </li>
        )}
      </ul>
    </section>
  )
}
