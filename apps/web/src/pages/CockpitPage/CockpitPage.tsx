import { placeUrl } from '../../api/placeOf.ts'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import { TeamPage } from '../TeamPage.tsx'
import { CockpitView } from './CockpitView.tsx'

/** The moderators' view of all groups; everybody else is shown the way to their own place. */
export function CockpitPage({ seat }: SeatPageProps) {
  const t = useText().cockpit
  return (
    <TeamPage
      seat={seat}
      title={t.title}
      onlyModerators={t.onlyModerators}
      wayOut={{ url: placeUrl(seat), label: t.toBoard }}
    >
      {(cockpit, stream) => <CockpitView cockpit={cockpit} stream={stream} seat={seat} />}
    </TeamPage>
  )
}
