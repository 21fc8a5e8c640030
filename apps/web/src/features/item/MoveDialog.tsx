import {
  FREE_FIELD,
  TEMPLATES,
  readingOrder,
  type Canvas,
  type CanvasId,
  type Item,
  type ItemId,
  type ItemPlace,
} from '@tafelrunde/schema'
import { useState } from 'react'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'

export interface MoveDialogProps {
  readonly itemIds: readonly ItemId[]
  /** All active items of the board. */
  readonly items: readonly Item[]
  readonly canvases: readonly Canvas[]
  readonly onMove: (place: ItemPlace, fieldName: string) => void
  readonly onClose: () => void
}

/** Move without dragging: choose canvas, field and place. */
export function MoveDialog({ itemIds, items, canvases, onMove, onClose }: MoveDialogProps) {
  const t = useText().board
  const language = useLanguage()
  const first = items.find((item) => item.id === itemIds[0])
  const [canvasId, setCanvasId] = useState<CanvasId | null>(first?.canvasId ?? canvases[0]?.id ?? null)
  const [fieldId, setFieldId] = useState(first?.fieldId ?? FREE_FIELD)
  const [after, setAfter] = useState<string>('last')
  const canvas = canvases.find((candidate) => candidate.id === canvasId)
  const template = canvas && TEMPLATES[canvas.templateId]
  const fields = template
    ? readingOrder(template).filter((field) => field.type === 'items' || field.type === 'messages')
    : []
  const isFree = fieldId === FREE_FIELD
  const siblings = items.filter(
    (item) => item.fieldId === fieldId && item.canvasId === (isFree ? null : canvasId) && !itemIds.includes(item.id),
  )
  const move = () => {
    const fieldName = fields.find((field) => field.id === fieldId)?.label[language] ?? t.freeArea
    const place = { canvasId: isFree ? null : canvasId, fieldId }
    const afterId = siblings.find((item) => item.id === after)?.id
    if (isFree) onMove({ ...place, position: { x: 40, y: 40 + siblings.length * 24 } }, fieldName)
    else if (after === 'first') onMove({ ...place, after: null }, fieldName)
    else onMove(afterId ? { ...place, after: afterId } : place, fieldName)
    onClose()
  }
  return (
    <Dialog
      title={t.moveTitle}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="primary" onClick={move}>
            {t.move}
          </Button>
        </>
      }
    >
      {canvases.length > 1 && (
        <Select
          label={t.moveCanvas}
          value={canvasId ?? ''}
          onChange={(value) => setCanvasId(canvases.find((candidate) => candidate.id === value)?.id ?? null)}
          options={canvases.map((candidate) => ({
            value: candidate.id as string,
            label: candidate.title || t.canvasUntitled,
          }))}
        />
      )}
      <Select
        label={t.movePlace}
        value={fieldId}
        onChange={(value) => {
          setFieldId(value)
          setAfter('last')
        }}
        options={[
          ...fields.map((field) => ({ value: field.id, label: field.label[language] })),
          { value: FREE_FIELD, label: t.freeArea },
        ]}
      />
      {!isFree && siblings.length > 0 && (
        <Select
          label={t.moveOrder}
          value={after}
          onChange={setAfter}
          options={[
            { value: 'first', label: t.moveFirst },
            { value: 'last', label: t.moveLast },
            ...siblings.map((item) => ({
              value: item.id as string,
              label: `↓ ${item.plainText.replaceAll('\n', ' ').slice(0, 60)}`,
            })),
          ]}
        />
      )}
    </Dialog>
  )
}
