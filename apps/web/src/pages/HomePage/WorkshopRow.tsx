import { useState } from 'react'
import { homeOf, placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { formatAgo } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'

/** One seat of this device: which workshop, as whom, and the places it leads to. */
export function WorkshopRow({ seat, onForget }: { seat: StoredSeat; onForget: () => void }) {
  const t = useText()
  const language = useLanguage()
  const [now] = useState(Date.now)
  const who = [seat.name, seat.organisation, t.home.roles[seat.role]].filter(Boolean).join(' · ')
  return (
    <li className="home-row">
      <div className="home-row-text">
        <h2>
          <Link to={homeOf(seat)}>{seat.title}</Link>
        </h2>
        <p className="soft small">
          {who} · {t.home.lastUsed({ ago: formatAgo(seat.lastUsedAt, now, language) })}
        </p>
      </div>
      <div className="home-row-actions">
        <Link className="ui-button" data-size="s" to={placeUrl(seat, 'results')}>
          {t.home.openResults}
        </Link>
        <Button size="s" variant="quiet" onClick={onForget} aria-label={`${t.home.forget}: ${seat.title}`}>
          {t.home.forgetConfirm}
        </Button>
      </div>
    </li>
  )
}
