import { useEffect } from 'react'
import { homeOf } from '../../api/placeOf.ts'
import type { SeatPageProps } from '../../routes.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { navigate } from '../../ui/navigation.ts'

/** A workshop's address without a place: leads to where the seat belongs. */
export function PlacePage({ seat }: SeatPageProps) {
  useEffect(() => navigate(homeOf(seat), { replace: true }), [seat])
  return <Loading />
}
