import { Suspense, useEffect } from 'react'
import { findSeat, updateSeat, useSeats } from './api/seats.ts'
import { useText } from './i18n/useText.ts'
import { ErrorBoundary } from './pages/ErrorBoundary.tsx'
import { MissingPage } from './pages/MissingPage.tsx'
import { matchRoute, PLACE, type Route } from './routes.tsx'
import { Loading } from './ui/Loading.tsx'
import { usePlace } from './ui/navigation.ts'
import { ToastRegion } from './ui/Toast.tsx'

/** Shows the place that the address names. */
export function App() {
  const t = useText()
  const { path } = usePlace()
  const match = matchRoute(path)
  const title = t.places.titles[match?.route.title ?? 'unknown']
  useEffect(() => {
    document.title = `${title} · ${t.places.product}`
  }, [title, t])
  return (
    <>
      <ErrorBoundary key={path}>
        <Suspense fallback={<Loading />}>
          {match ? <Place route={match.route} params={match.params} /> : <MissingPage kind="unknown" />}
        </Suspense>
      </ErrorBoundary>
      <ToastRegion />
    </>
  )
}

function Place({ route, params }: { route: Route; params: Readonly<Record<string, string>> }) {
  const { query } = usePlace()
  const seats = useSeats()
  const seat = route.needsSeat ? findSeat(seats, params['workshopId'] ?? '', query.get('seat')) : null
  const seatId = seat?.seatId
  useEffect(() => {
    if (!seatId) return
    updateSeat(seatId, { lastUsedAt: Date.now() })
    const url = new URL(location.href)
    if (url.searchParams.get('seat') === seatId) return
    url.searchParams.set('seat', seatId)
    history.replaceState(null, '', url)
  }, [seatId])
  if (!route.needsSeat) return <route.page params={params} />
  if (!seat) return <MissingPage kind="seat" />
  // Whoever waits in the lobby is led there from everywhere.
  const { page: Page } = seat.isWaiting ? PLACE : route
  return <Page key={seat.seatId} params={params} seat={seat} />
}
