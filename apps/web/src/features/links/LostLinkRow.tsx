import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import './LinkRow.css'

/** Whom no link lets in any more, and a new one for them. */
export function LostLinkRow({ title, onIssue }: { title: string; onIssue: () => void }) {
  const t = useText().links
  return (
    <li className="link-row">
      <div className="link-row-head">
        <div className="link-row-name">
          <div>
            <h4>{title}</h4>
            <p className="small soft">{t.noneValid}</p>
          </div>
        </div>
        <div className="link-row-actions">
          <Button size="s" aria-label={`${t.issue}: ${title}`} onClick={onIssue}>
            {t.issue}
          </Button>
        </div>
      </div>
    </li>
  )
}
