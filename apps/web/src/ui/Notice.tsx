import type { ReactNode } from 'react'
import './Notice.css'

export interface NoticeProps {
  kind?: 'info' | 'time' | 'danger'
  /** Spoken when it appears: `now` interrupts, `politely` waits for a pause. */
  spoken?: 'now' | 'politely'
  title?: string
  children?: ReactNode
  /** Buttons or links: the way on. */
  actions?: ReactNode
}

/** Something the person should know at this place, with the way on. */
export function Notice({ kind = 'info', spoken, title, children, actions }: NoticeProps) {
  return (
    <div className="ui-notice" data-kind={kind} role={spoken && (spoken === 'now' ? 'alert' : 'status')}>
      {title && <p className="ui-notice-title">{title}</p>}
      {children && <div>{children}</div>}
      {actions && <div className="ui-notice-actions">{actions}</div>}
    </div>
  )
}
