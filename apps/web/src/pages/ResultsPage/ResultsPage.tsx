import type { SeatPageProps } from '../../routes.tsx'
import { useText } from '../../i18n/useText.ts'
import { AppBar } from '../../ui/AppBar.tsx'

export function ResultsPage({ seat }: SeatPageProps) {
  const t = useText()
  return <AppBar title={seat.title || t.places.product} />
}
