import { homeOf } from '../../api/placeOf.ts'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import { TeamPage } from '../TeamPage.tsx'
import { RemoteView } from './RemoteView.tsx'

/** The remote control of step and screen, for moderators; everybody else is shown the way to their own place. */
export function RemotePage({ seat }: SeatPageProps) {
  const t = useText().remote
  return (
    <TeamPage
      seat={seat}
      title={t.title}
      onlyModerators={t.onlyModerators}
      wayOut={{ url: homeOf(seat), label: t.toCockpit }}
    >
      {(cockpit, stream) => <RemoteView cockpit={cockpit} isOffline={stream.type === 'waiting'} seat={seat} />}
    </TeamPage>
  )
}
