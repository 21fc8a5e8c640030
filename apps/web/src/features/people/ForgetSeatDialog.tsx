import type { StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { forgetSeatHere, hasUnsentText } from '../../sync/forgetSeatHere.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'

export interface ForgetSeatDialogProps {
  seat: StoredSeat
  onClose: () => void
  onForgotten?: () => void
}

/** Asks before a seat and its local copies are deleted from this device. */
export function ForgetSeatDialog({ seat, onClose, onForgotten }: ForgetSeatDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={t.home.forgetTitle}
      isOpen
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button
            variant="danger"
            onClick={() => {
              onClose()
              onForgotten?.()
              void forgetSeatHere(seat)
            }}
          >
            {t.home.forgetConfirm}
          </Button>
        </>
      }
    >
      <p>{t.home.forgetText({ title: seat.title })}</p>
      {hasUnsentText(seat) && <Notice kind="danger">{t.home.forgetUnsent}</Notice>}
    </Dialog>
  )
}
