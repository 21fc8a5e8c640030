import { useText } from '../../i18n/useText.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** The list of keyboard shortcuts. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useText().board
  return (
    <Dialog title={t.keys} isOpen onClose={onClose} size="m">
      <dl className="keys-list">
        {t.shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
