import { useEffect } from 'react'
import { homeOf, placeUrl } from '../../api/placeOf.ts'
import { updateSeat, type StoredSeat } from '../../api/seats.ts'
import { useStreamState } from '../../api/useStreamState.ts'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import { Link } from '../../ui/Link.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { navigate } from '../../ui/navigation.ts'
import { PaperPage } from '../PaperPage.tsx'
import { ownSeatOf, type OwnPlace } from './ownSeatOf.ts'
import './PlacePage.css'

/**
 * A workshop's address without a place: leads to where the seat belongs. Who has no place yet waits here: in the lobby
 * until the moderators open, for a group on the common board.
 */
export function PlacePage({ seat }: SeatPageProps) {
  const home = homeOf(seat)
  const isHere = home === placeUrl(seat)
  useEffect(() => {
    if (!isHere) navigate(home, { replace: true })
  }, [home, isHere])
  return isHere ? <WaitingRoom seat={seat} /> : <Loading />
}

function WaitingRoom({ seat }: Pick<SeatPageProps, 'seat'>) {
  const texts = useText()
  const t = texts.groups.waiting
  const { state, stream } = useStreamState('/seats/me/events', seat.token, ownSeatOf)
  useEffect(() => {
    if (state) goOn(seat, state)
    // oxlint-disable-next-line react/exhaustive-deps -- what is stored of the seat changes by this itself
  }, [state])
  if (stream.type === 'refused') {
    return (
      <PaperPage title={t.refusedTitle}>
        <p role="alert">{t.refused}</p>
        <Link to="/">{texts.places.toHome}</Link>
      </PaperPage>
    )
  }
  if (!seat.isWaiting) return <Loading />
  const name = seat.name || seat.organisation
  return (
    <PaperPage title={t.title} kicker={seat.title}>
      <div className="waiting-door" aria-hidden>
        <span />
        <span />
        <span />
      </div>
      <p>{t.text}</p>
      <p className="soft">{t.staysOpen}</p>
      {name && <p className="soft">{t.as({ name })}</p>}
      <output>{stream.type === 'waiting' && t.offline}</output>
    </PaperPage>
  )
}

/** Keep what is known of the seat; with a home of its own the page leads there by itself. */
function goOn(seat: StoredSeat, { seat: own, commonGroupId }: OwnPlace): void {
  const { name, organisation, role, groupId, isWaiting, isMuted, people, companions } = own
  updateSeat(seat.seatId, { name, organisation, role, groupId, isWaiting, isMuted, people, companions })
  const isWithoutGroup = !isWaiting && homeOf({ ...seat, ...own }) === placeUrl(seat)
  if (isWithoutGroup && commonGroupId) navigate(placeUrl(seat, { board: commonGroupId }), { replace: true })
}
