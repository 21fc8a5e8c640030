import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export interface CloseVoteDialogProps {
  readonly voted: number
  readonly present: number
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Asks before nobody can vote any more. */
export function CloseVoteDialog({ voted, present, onClose, onConfirm }: CloseVoteDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={t.votes.card.askClose}
      isOpen
      onClose={onClose}
      size="s"
      isAlert
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" onClick={onConfirm}>
            {t.votes.card.close}
          </Button>
        </>
      }
    >
      <p className="tabular">{t.votes.card.closeExplain({ voted, present })}</p>
    </Dialog>
  )
}
