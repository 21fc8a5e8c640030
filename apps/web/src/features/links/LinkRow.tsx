import { Copy, Ellipsis, Mail, QrCode as QrIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { copyText } from './copyText.ts'
import { QrCode } from './QrCode.tsx'
import './LinkRow.css'

export interface LinkRowProps {
  title: string
  hint?: string
  mark?: ReactNode
  /** Null on devices that have never seen this link. */
  url: string | null
  seats?: number
  invitation?: string
  /** Shows the QR code from the beginning. */
  isOpen?: boolean
  actions?: {
    readonly onAnother: () => void
    readonly onReissue: () => void
    readonly onRevoke: () => void
  }
}

/** One link: what it is for, copy it, copy the invitation, show its QR code, replace or revoke it. */
export function LinkRow({ title, hint, mark, url, seats, invitation, isOpen = false, actions }: LinkRowProps) {
  const t = useText()
  const [isQrShown, setQrShown] = useState(isOpen)
  return (
    <li className="link-row">
      <div className="link-row-head">
        <div className="link-row-name">
          {mark}
          <div>
            <h4>{title}</h4>
            {hint && <p className="small soft">{hint}</p>}
          </div>
        </div>
        <div className="link-row-actions">
          {url && (
            <>
              {invitation !== undefined && (
                <Button size="s" icon={<Icon of={Mail} size={16} />} onClick={() => void copyText(invitation, t.links)}>
                  {t.links.copyInvitation}
                </Button>
              )}
              <Button
                size="s"
                icon={<Icon of={Copy} size={16} />}
                aria-label={`${t.links.copy}: ${title}`}
                onClick={() => void copyText(url, t.links)}
              >
                {t.links.copy}
              </Button>
              <IconButton
                size="s"
                label={`${isQrShown ? t.links.hideQr : t.links.showQr}: ${title}`}
                icon={<Icon of={QrIcon} />}
                isPressed={isQrShown}
                onClick={() => setQrShown(!isQrShown)}
              />
            </>
          )}
          {actions && (
            <Menu
              label={title}
              trigger={<IconButton size="s" label={`${t.cockpit.more}: ${title}`} icon={<Icon of={Ellipsis} />} />}
            >
              <MenuItem onAction={actions.onAnother}>{t.links.another}</MenuItem>
              <MenuItem onAction={actions.onReissue}>{t.links.reissue}</MenuItem>
              <MenuItem isDanger onAction={actions.onRevoke}>
                {t.links.revoke}
              </MenuItem>
            </Menu>
          )}
        </div>
      </div>
      {url ? (
        <code className="link-row-url">{url}</code>
      ) : (
        <p className="small soft">
          {t.links.unknown}{' '}
          {actions && (
            <Button size="s" onClick={actions.onAnother}>
              {t.links.another}
            </Button>
          )}
        </p>
      )}
      {seats !== undefined && seats > 0 && <p className="small soft">{t.links.seats({ count: seats })}</p>}
      {url && isQrShown && <QrCode url={url} label={t.links.qrAlt({ name: title })} />}
    </li>
  )
}
