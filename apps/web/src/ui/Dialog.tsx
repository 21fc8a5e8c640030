import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../i18n/useText.ts'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import './Dialog.css'

export interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** Buttons at the end; the most likely one last. */
  footer?: ReactNode
  size?: 's' | 'm' | 'l'
  /** Spoken as an alert and not closed by a click beside it: for decisions that cannot be undone. */
  isAlert?: boolean
  children: ReactNode
}

/** A modal dialog: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, footer, size = 'm', isAlert = false, children }: DialogProps) {
  const t = useText()
  return (
    <ModalOverlay
      className="ui-dialog-backdrop"
      isOpen={isOpen}
      isDismissable={!isAlert}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className="ui-dialog-frame" data-size={size}>
        <AriaDialog className="ui-dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <header className="ui-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t.ui.close} icon={<Icon of={X} />} onClick={onClose} />
          </header>
          <div className="ui-dialog-body">{children}</div>
          {footer && <footer className="ui-dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
