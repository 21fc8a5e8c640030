import { LIMITS, TEMPLATES, addCanvas, type CanvasId } from '@tafelrunde/schema'
import { useState } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface NewCanvasDialogProps {
  readonly onAdded: (canvasId: CanvasId) => void
  readonly onClose: () => void
}

/** Another canvas from a template. */
export function NewCanvasDialog({ onAdded, onClose }: NewCanvasDialogProps) {
  const t = useText().board
  const language = useLanguage()
  const desk = useDesk()
  const [title, setTitle] = useState('')
  const [templateId, setTemplateId] = useState('target-group')
  const add = () => {
    const id = desk.edit(t.didAddCanvas, (board) => addCanvas(board, { templateId, title: title.trim() }))
    if (!id) return
    onAdded(id)
    onClose()
  }
  return (
    <Dialog
      title={t.newCanvasTitle}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="primary" onClick={add}>
            {t.newCanvasAdd}
          </Button>
        </>
      }
    >
      <p className="soft">{t.newCanvasHint}</p>
      <TextField
        label={t.newCanvasName}
        value={title}
        onChange={setTitle}
        maxLength={LIMITS.titleCharacters}
        lang={desk.boardLanguage}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add()
        }}
      />
      <Select
        label={t.newCanvasTemplate}
        value={templateId}
        onChange={setTemplateId}
        options={Object.values(TEMPLATES).map((template) => ({ value: template.id, label: template.label[language] }))}
      />
    </Dialog>
  )
}
