import { isModerating } from '@tafelrunde/protocol'
import { homeOf } from '../../api/placeOf.ts'
import { useStreamState } from '../../api/useStreamState.ts'
import { applyCockpitEvent } from '../../features/cockpit/cockpitState.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PaperPage } from '../PaperPage.tsx'
import { WaitingForServer } from '../WaitingForServer.tsx'
import { RemoteView } from './RemoteView.tsx'

/** The remote control of step and screen, for moderators; everybody else is shown the way to their own place. */
export function RemotePage({ seat }: SeatPageProps) {
  const t = useText()
  if (isModerating(seat.role)) return <Moderated seat={seat} />
  return (
    <PaperPage title={t.remote.title}>
      <p>{t.remote.onlyModerators}</p>
      <Link className="ui-button" data-variant="primary" to={homeOf(seat)}>
        {t.cockpit.toBoard}
      </Link>
    </PaperPage>
  )
}

function Moderated({ seat }: Pick<SeatPageProps, 'seat'>) {
  const t = useText()
  const path = `/workshops/${seat.workshopId}/cockpit/events`
  const { state, stream } = useStreamState(path, seat.token, applyCockpitEvent)
  if (state) return <RemoteView cockpit={state} isOffline={stream.type === 'waiting'} seat={seat} />
  if (stream.type !== 'refused') return <WaitingForServer stream={stream} />
  return (
    <PaperPage title={t.remote.title}>
      <Notice kind="danger" spoken="now">
        {errorText(t, stream.error.code)}
      </Notice>
      <Link to={homeOf(seat)}>{t.remote.toCockpit}</Link>
    </PaperPage>
  )
}
