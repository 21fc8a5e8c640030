import { isModerating } from '@tafelrunde/protocol'
import { placeUrl } from '../../api/placeOf.ts'
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
import { CockpitView } from './CockpitView.tsx'

/** The moderators' view of all groups; everybody else is shown the way to their own place. */
export function CockpitPage({ seat }: SeatPageProps) {
  const t = useText()
  if (isModerating(seat.role)) return <Moderated seat={seat} />
  return (
    <PaperPage title={t.cockpit.title}>
      <p>{t.cockpit.onlyModerators}</p>
      <Link className="ui-button" data-variant="primary" to={homeOf(seat)}>
        {t.cockpit.toBoard}
      </Link>
    </PaperPage>
  )
}

function Moderated({ seat }: Pick<SeatPageProps, 'seat'>) {
  const t = useText()
  const { state, stream } = useStreamState(
    `/workshops/${seat.workshopId}/cockpit/events`,
    seat.token,
    applyCockpitEvent,
  )
  if (state) return <CockpitView cockpit={state} stream={stream} seat={seat} />
  if (stream.type !== 'refused') return <WaitingForServer stream={stream} />
  return (
    <PaperPage title={t.cockpit.title}>
      <Notice kind="danger" spoken="now">
        {errorText(t, stream.error.code)}
      </Notice>
      <Link to={placeUrl(seat)}>{t.cockpit.toBoard}</Link>
    </PaperPage>
  )
}
