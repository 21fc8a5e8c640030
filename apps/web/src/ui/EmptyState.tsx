import type { ReactNode } from 'react'
import './EmptyState.css'

/** What to do when there is nothing yet: a sentence and the action. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="ui-empty">
      <p className="ui-empty-title">{title}</p>
      {children && <div className="soft">{children}</div>}
      {actions && <div className="ui-notice-actions">{actions}</div>}
    </div>
  )
}
