import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { PaperPage } from '../PaperPage.tsx'

export type BadLinkKind = 'missing' | 'unknown' | 'expired' | 'revoked' | 'full' | 'offline'

/** A link that leads nowhere: says why and offers the way on. */
export function BadLink({ kind, onTryAgain }: { kind: BadLinkKind; onTryAgain: () => void }) {
  const t = useText()
  const { title, text } = t.join.bad[kind]
  return (
    <PaperPage title={title}>
      <p role="alert">{text}</p>
      {kind === 'offline' ? (
        <Button variant="primary" onClick={onTryAgain}>
          {t.ui.tryAgain}
        </Button>
      ) : (
        <Link className="ui-button" to="/recover">
          {t.join.recover}
        </Link>
      )}
      <Link to="/">{t.places.toHome}</Link>
    </PaperPage>
  )
}
