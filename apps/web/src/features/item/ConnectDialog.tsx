import { connect, type Item, type ItemId } from '@tafelrunde/schema'
import { useState } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** An arrow without drawing: choose the note that it points to. */
export function ConnectDialog({
  itemId,
  items,
  onClose,
}: {
  itemId: ItemId
  items: readonly Item[]
  onClose: () => void
}) {
  const t = useText().board
  const desk = useDesk()
  const targets = items.filter((item) => item.id !== itemId && item.plainText !== '')
  const [target, setTarget] = useState<string>(targets[0]?.id ?? '')
  const [label, setLabel] = useState('')
  const draw = () => {
    const to = targets.find((item) => item.id === target)
    if (to && desk.edit(t.didConnect, (board) => connect(board, { itemId }, { itemId: to.id }, label.trim()))) {
      desk.say(t.didConnect)
      onClose()
    }
  }
  return (
    <Dialog
      title={t.connectTitle}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="primary" onClick={draw} disabled={target === ''}>
            {t.connect}
          </Button>
        </>
      }
    >
      <Select
        label={t.connectTarget}
        value={target}
        onChange={setTarget}
        options={targets.map((item) => ({
          value: item.id as string,
          label: item.plainText.replaceAll('\n', ' ').slice(0, 70),
        }))}
      />
      <TextField label={t.arrowLabel} value={label} onChange={setLabel} />
    </Dialog>
  )
}
