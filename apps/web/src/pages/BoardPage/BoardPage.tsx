import type { GroupId } from '@tafelrunde/schema'
import { placeUrl } from '../../api/placeOf.ts'
import { ConnectionBanner } from '../../features/connection/ConnectionBanner.tsx'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import type { BoardSession } from '../../sync/BoardSession.ts'
import type { Session } from '../../sync/openSession.ts'
import { useSource } from '../../sync/Source.ts'
import { useBoardSession, useSession } from '../../sync/useSession.ts'
import { AppBar } from '../../ui/AppBar.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { BoardPlace } from './BoardPlace.tsx'
import { useSeatNews } from './useSeatNews.ts'

/** A group's board, or the common board: opens the session and waits until there is something to show. */
export function BoardPage({ seat, params }: SeatPageProps) {
  const session = useSession(seat)
  useSeatNews(seat, session)
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
  const reason = refusal ?? (isMissing ? 'group.unknown' : state.transport === 'refused' ? state.refusal : null)
  return (
    <>
      <AppBar title={session.seat.title || t.places.product} />
      <main className="board-waiting">
        {reason || state.transport === 'offline' ? (
          <ConnectionBanner state={state} refusal={reason} ownBoard={ownBoard} />
        ) : (
          <Loading />
        )}
      </main>
    </>
  )
}
