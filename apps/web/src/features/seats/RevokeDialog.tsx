import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

/** Asks before somebody loses the seat. */
export function RevokeDialog({ name, onClose, onRevoke }: { name: string; onClose: () => void; onRevoke: () => void }) {
  const t = useText().cockpit.seats
  return (
    <Dialog
      title={t.askRevoke({ name })}
      isOpen
      onClose={onClose}
      size="s"
      isAlert
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="danger" onClick={onRevoke}>
            {t.revoke}
          </Button>
        </>
      }
    >
      <p>{t.revokeExplain}</p>
    </Dialog>
  )
}
