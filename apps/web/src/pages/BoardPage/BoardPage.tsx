import type { GroupId } from '@tafelrunde/schema'
import { placeUrl } from '../../api/placeOf.ts'
import { ConnectionBanner } from '../../features/connection/ConnectionBanner.tsx'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import type { BoardSession } from '../../sync/BoardSession.ts'
import type { Session } from '../../sync/openSession.ts'
import { useSource } from '../../sync/Source.ts'
import { useBoardSession, useSession } from '../../sync/useSession.ts'
import { AppBar } from '../../ui/AppBar.tsx'
import { Link } from '../../ui/Link.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { BoardPlace } from './BoardPlace.tsx'

/** A group's board, or the common board: opens the session and waits until there is something to show. */
export function BoardPage({ seat, params }: SeatPageProps) {
  const session = useSession(seat)
  const groupId = params['groupId'] as GroupId
  const board = useBoardSession(session, groupId)
  if (!session || !board) return <Loading />
  return <OpenBoard session={session} board={board} groupId={groupId} />
}

function OpenBoard({ session, board, groupId }: { session: Session; board: BoardSession; groupId: GroupId }) {
  const t = useText()
  const run = useSource(session.runState)
  const refusal = useSource(session.refusal)
  const state = useSource(board.state)
  const group = run?.groups.find((candidate) => candidate.id === groupId)
  if (run && group && state.isLoaded && !refusal && state.transport !== 'refused') {
    return <BoardPlace key={groupId} session={session} board={board} run={run} group={group} />
  }
  const { seat } = session
  const ownBoard = seat.groupId && seat.groupId !== groupId ? placeUrl(seat, { board: seat.groupId }) : null
  const isMissing = run !== null && !group
  return (
    <>
      <AppBar title={session.seat.title || t.places.product} />
      <main className="board-waiting">
        {refusal || isMissing ? (
          <Notice
            kind="danger"
            spoken="now"
            title={errorText(t, refusal ?? 'group.unknown')}
            actions={
              <Link className="ui-button" to="/">
                {t.places.toHome}
              </Link>
            }
          />
        ) : state.transport === 'refused' || state.transport === 'offline' ? (
          <ConnectionBanner state={state} ownBoard={ownBoard} />
        ) : (
          <Loading />
        )}
      </main>
    </>
  )
}
