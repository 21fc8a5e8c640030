import { isModerating } from '@tafelrunde/protocol'
import type { ReactNode } from 'react'
import type { StreamState } from '../api/openEventStream.ts'
import { homeOf } from '../api/placeOf.ts'
import type { StoredSeat } from '../api/seats.ts'
import { useStreamState } from '../api/useStreamState.ts'
import { applyCockpitEvent, type Cockpit } from '../features/cockpit/cockpitState.ts'
import { errorText } from '../i18n/errorText.ts'
import { useText } from '../i18n/useText.ts'
import { Link } from '../ui/Link.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PaperPage } from './PaperPage.tsx'
import { WaitingForServer } from './WaitingForServer.tsx'

export interface TeamPageProps {
  readonly seat: StoredSeat
  readonly title: string
  /** Said to everybody else, above the way to their own place. */
  readonly onlyModerators: string
  /** Where a moderator goes whom the server refuses. */
  readonly wayOut: { readonly url: string; readonly label: string }
  readonly children: (cockpit: Cockpit, stream: StreamState) => ReactNode
}

/** A place for moderators alone that shows what the cockpit's stream tells. */
export function TeamPage(props: TeamPageProps) {
  const { seat, title, onlyModerators } = props
  const t = useText()
  if (isModerating(seat.role)) return <Moderated {...props} />
  return (
    <PaperPage title={title}>
      <p>{onlyModerators}</p>
      <Link className="ui-button" data-variant="primary" to={homeOf(seat)}>
        {t.cockpit.toBoard}
      </Link>
    </PaperPage>
  )
}

function Moderated({ seat, title, wayOut, children }: TeamPageProps) {
  const t = useText()
  const path = `/workshops/${seat.workshopId}/cockpit/events`
  const { state, stream } = useStreamState(path, seat.token, applyCockpitEvent)
  if (state) return children(state, stream)
  if (stream.type !== 'refused') return <WaitingForServer stream={stream} />
  return (
    <PaperPage title={title}>
      <Notice kind="danger" spoken="now">
        {errorText(t, stream.error.code)}
      </Notice>
      <Link to={wayOut.url}>{wayOut.label}</Link>
    </PaperPage>
  )
}
