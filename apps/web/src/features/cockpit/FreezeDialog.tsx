import type { Group } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export interface FreezeDialogProps {
  /** The board to freeze, or 'all'; null: closed. */
  of: Group | 'all' | null
  onClose: () => void
  onFreeze: () => void
}

/** Asks before people are kept from writing. */
export function FreezeDialog({ of, onClose, onFreeze }: FreezeDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={of === null || of === 'all' ? t.cockpit.freeze.askAll : t.cockpit.freeze.askGroup({ name: of.name })}
      isOpen={of !== null}
      onClose={onClose}
      isAlert
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" onClick={onFreeze}>
            {t.cockpit.freeze.confirm}
          </Button>
        </>
      }
    >
      <p>{t.cockpit.freeze.explain}</p>
    </Dialog>
  )
}
