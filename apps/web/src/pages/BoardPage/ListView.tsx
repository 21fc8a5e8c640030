import { FREE_FIELD, readingOrder, templateOf, type Canvas, type FieldTemplate } from '@tafelrunde/schema'
import { useState } from 'react'
import { indexOf } from '../../board/boardIndex.ts'
import { useDesk } from '../../board/Desk.ts'
import { CanvasFacts, CanvasTitle } from '../../features/canvas/CanvasHead.tsx'
import { ItemWriter } from '../../features/item/ItemWriter.tsx'
import { DrawingList } from '../../features/outline/DrawingList.tsx'
import { FormStepper } from '../../features/outline/FormStepper.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { BoardField } from './BoardField.tsx'
import { NoteCluster } from './NoteCluster.tsx'
import { OutlineRow } from './OutlineRow.tsx'
import type { Whiteboard } from './Whiteboard.ts'
import './ListView.css'

export interface ListViewProps {
  readonly canvas: Canvas
  readonly whiteboard: Whiteboard
  readonly isDeep: boolean
}

function listFields(canvas: Canvas, isDeep: boolean): readonly FieldTemplate[] {
  const template = templateOf(canvas.templateId)
  return (template ? readingOrder(template) : []).filter(
    (field) => (field.type === 'items' || field.type === 'messages') && (isDeep || field.layout !== 'deepening'),
  )
}

/** The board as text: headings are fields, lists are notes. */
export function OutlineView({ canvas, whiteboard, isDeep }: ListViewProps) {
  const desk = useDesk()
  const mayWrite = desk.rights.closed.canvases === null && !desk.rights.isCanvasLocked(canvas.id)
  return (
    <div className="list-view" data-kind="outline">
      <div className="list-page">
        <header className="list-head">
          <CanvasTitle key={canvas.id} canvas={canvas} mayWrite={mayWrite} />
          <CanvasFacts canvas={canvas} mayWrite={mayWrite} />
        </header>
        {listFields(canvas, isDeep).map((field) => (
          <BoardField key={field.id} canvas={canvas} field={field} whiteboard={whiteboard} isOutline />
        ))}
        <FreeList />
      </div>
    </div>
  )
}

/** One field at a time; the home of phones. */
export function FormView({ canvas, whiteboard, isDeep }: ListViewProps) {
  const t = useText().board
  const language = useLanguage()
  const desk = useDesk()
  const fields = listFields(canvas, isDeep)
  const [shown, setShown] = useState<string>(fields[0]?.id ?? 'head')
  const field = fields.find((candidate) => candidate.id === shown)
  const mayWrite = desk.rights.closed.canvases === null && !desk.rights.isCanvasLocked(canvas.id)
  const pages = [
    { id: 'head', name: t.formHead },
    ...fields.map(({ id, label }) => ({ id, name: label[language] })),
    { id: FREE_FIELD, name: t.freeArea },
  ]
  return (
    <div className="list-view" data-kind="form">
      <div className="list-page">
        {shown === 'head' && (
          <header className="list-head">
            <CanvasTitle key={canvas.id} canvas={canvas} mayWrite={mayWrite} />
            <CanvasFacts canvas={canvas} mayWrite={mayWrite} />
          </header>
        )}
        {shown !== 'head' && <h2 className="visually-hidden">{canvas.title || t.canvasUntitled}</h2>}
        {field && <BoardField key={field.id} canvas={canvas} field={field} whiteboard={whiteboard} isOutline />}
        {shown === FREE_FIELD && <FreeList />}
      </div>
      <FormStepper pages={pages} shown={shown} onShow={setShown} />
    </div>
  )
}

function FreeList() {
  const t = useText().board
  const desk = useDesk()
  const items = useBoardValue(desk.board, (snapshot) => indexOf(snapshot).free)
  const sketch = useBoardValue(desk.board, (snapshot) => snapshot.sketch)
  const mayWrite = desk.rights.closed.items === null
  const below = Math.max(0, ...items.map((item) => (item.position?.y ?? 0) + 90))
  return (
    <section className="field" aria-labelledby="free-list" data-in-line="">
      <header className="field-head">
        <h3 id="free-list">{t.freeArea}</h3>
        <span className="field-count">{items.length || ''}</span>
      </header>
      <div className="field-body">
        <ul className="field-notes" aria-label={t.itemCount({ count: items.length })}>
          {items.map((item) => (
            <li key={item.id} className="field-note">
              <NoteCluster item={item}>{(note) => <OutlineRow item={note} field={null} isTabStop />}</NoteCluster>
            </li>
          ))}
          {mayWrite && (
            <li>
              <ItemWriter
                place={{ canvasId: null, fieldId: FREE_FIELD, position: { x: 20, y: below + 40 } }}
                fieldName={t.freeArea}
              />
            </li>
          )}
        </ul>
        <DrawingList
          sketch={sketch}
          mayDraw={desk.rights.closed.sketch === null}
          nameOf={(id) =>
            items.find((item) => item.id === id)?.plainText ??
            desk.snapshot().items.find((item) => item.id === id)?.plainText ??
            ''
          }
        />
      </div>
    </section>
  )
}
