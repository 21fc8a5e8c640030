import { useText } from '../i18n/useText.ts'
import { Link } from '../ui/Link.tsx'
import { PaperPage } from './PaperPage.tsx'

/** An address that leads nowhere, or to a workshop where this device has no seat; says which and the way on. */
export function MissingPage({ kind }: { kind: 'unknown' | 'seat' }) {
  const t = useText()
  const isSeat = kind === 'seat'
  return (
    <PaperPage title={isSeat ? t.places.noSeatTitle : t.places.unknownTitle}>
      <p>{isSeat ? t.places.noSeatText : t.places.unknownText}</p>
      {isSeat && (
        <Link
          className="ui-button"
          data-variant="primary"
          to={`/recover?workshop=${encodeURIComponent(location.pathname)}`}
        >
          {t.places.recover}
        </Link>
      )}
      <Link to="/">{t.places.toHome}</Link>
    </PaperPage>
  )
}
