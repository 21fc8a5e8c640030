import { lazy, Suspense, useState } from 'react'
import { useSeats, type StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PaperPage } from '../PaperPage.tsx'
import { WorkshopRow } from './WorkshopRow.tsx'
import './HomePage.css'

const ForgetSeatDialog = lazy(async () => ({
  default: (await import('../../features/people/ForgetSeatDialog.tsx')).ForgetSeatDialog,
}))

/** The workshops that this device has seats in, and the ways to more. */
export function HomePage() {
  const t = useText()
  const seats = useSeats()
  const [forgetting, setForgetting] = useState<StoredSeat | null>(null)
  return (
    <PaperPage title={null} layout="wide">
      <div className="home-head">
        <h1>{t.home.title}</h1>
        <p className="soft">{t.home.intro}</p>
      </div>
      {seats.length === 0 ? (
        <EmptyState title={t.home.emptyTitle}>
          <p>{t.home.emptyText}</p>
        </EmptyState>
      ) : (
        <ul className="home-list">
          {seats.map((seat) => (
            <WorkshopRow key={seat.seatId} seat={seat} onForget={() => setForgetting(seat)} />
          ))}
        </ul>
      )}
      <div className="home-actions">
        <Link to="/new" className="ui-button" data-variant={seats.length === 0 ? 'primary' : 'plain'}>
          {t.home.create}
        </Link>
        <Link to="/recover" className="ui-button" data-variant="quiet">
          {t.home.recover}
        </Link>
      </div>
      <Suspense>{forgetting && <ForgetSeatDialog seat={forgetting} onClose={() => setForgetting(null)} />}</Suspense>
    </PaperPage>
  )
}
