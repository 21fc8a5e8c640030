import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** Asks before a submission is withdrawn, and for the reason, which is kept with it. */
export function WithdrawDialog({
  code,
  onWithdraw,
  onClose,
}: {
  code: string
  onWithdraw: (note: string) => Promise<boolean>
  onClose: () => void
}) {
  const t = useText().plenary
  const [note, setNote] = useState('')
  return (
    <Dialog
      title={t.withdrawTitle({ code })}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onClick={onClose}>{t.foldCancel}</Button>
          <Button variant="primary" onClick={() => void onWithdraw(note.trim()).then((isDone) => isDone && onClose())}>
            {t.withdraw}
          </Button>
        </>
      }
    >
      <p>{t.withdrawText({ code })}</p>
      <TextField label={t.withdrawNote} value={note} maxLength={500} onChange={setNote} />
    </Dialog>
  )
}
