import { useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { showToast } from '../../ui/Toast.tsx'
import type { HiddenCardProps } from './HiddenCard.tsx'
import { setClosed } from './hiddenCalls.ts'

/** Asks before the workshop is closed, saying what is deleted by it, and before it is opened again. */
export function CloseWorkshopDialog({
  run,
  hidden,
  seat,
  onClose,
}: HiddenCardProps & { readonly onClose: () => void }) {
  const t = useText()
  const texts = t.hiddenWriting.closing
  const [isBusy, setBusy] = useState(false)
  // What was asked stays asked, whatever another moderator does meanwhile.
  const [isClosing] = useState(run.closedAt === null)
  const go = async (): Promise<void> => {
    setBusy(true)
    try {
      await setClosed(seat, isClosing)
      showToast({ text: isClosing ? texts.done : texts.reopened })
      onClose()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      showToast({ text: errorText(t, error.code), kind: 'problem' })
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={isClosing ? texts.ask : texts.askReopen}
      isOpen
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant={isClosing ? 'danger' : 'primary'} disabled={isBusy} onClick={() => void go()}>
            {isClosing ? texts.confirm : texts.confirmReopen}
          </Button>
        </>
      }
    >
      <p>{isClosing ? texts.explain : texts.reopenExplain}</p>
      {isClosing &&
        (hidden.notes > 0 ? (
          <Notice kind="danger">{texts.deletes(hidden)}</Notice>
        ) : (
          <p className="soft">{texts.deletesNothing}</p>
        ))}
    </Dialog>
  )
}
