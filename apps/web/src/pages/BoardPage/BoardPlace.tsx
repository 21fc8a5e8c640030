import { isModerating } from '@tafelrunde/protocol'
import type { CanvasId, Group, RunState } from '@tafelrunde/schema'
import { useCallback, useEffect, useState } from 'react'
import { prefetch } from '../../api/prefetch.ts'
import { BoardProvider } from '../../board/BoardProvider.tsx'
import type { DeskDialog } from '../../board/Desk.ts'
import { storedChoice } from '../../board/storedChoice.ts'
import { useMedia } from '../../board/useMedia.ts'
import { loadNoteContextMenu } from '../../features/item/lazyNoteContextMenu.ts'
import { LazyGroupWait } from '../../features/people/LazyGroupWait.ts'
import { loadPersonDialogs } from '../../features/people/lazyPersonDialogs.ts'
import { LazyRunNotices } from '../../features/run-state/lazyRunNotices.ts'
import { LazyHiddenPanel, usesHiddenWriting } from '../../features/hidden-writing/lazyHiddenWriting.ts'
import { StepStrip } from '../../features/run-state/StepStrip.tsx'
import { LazyVoteBar, loadVoteBar } from '../../features/votes/lazyVotes.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import type { Session } from '../../sync/openSession.ts'
import { usePlace } from '../../ui/navigation.ts'
import { BoardBar } from './BoardBar.tsx'
import { BoardMain } from './BoardMain.tsx'
import { ClosedNotice } from './ClosedNotice.tsx'
import { isJumping, LazyJumpToOriginal } from './lazyJump.ts'
import { LazyBoardDialogs, loadBoardDialogs } from './lazyBoardDialogs.ts'
import { LazySignalBar, LazySignalLines } from './lazySignals.ts'
import './BoardPlace.css'

export interface BoardPlaceProps {
  readonly session: Session
  readonly board: BoardSession
  readonly run: RunState
  readonly group: Group
}

const CALM_KEY = 'tafelrunde.calm'

/** What nobody needs in the first second, and everybody soon. */
function loadLater(): Promise<unknown> {
  return Promise.all([loadNoteContextMenu(), loadBoardDialogs(), loadPersonDialogs(), loadVoteBar()])
}

/** The whole place of one board: bar, step, canvas, list. */
export function BoardPlace({ session, board, run, group }: BoardPlaceProps) {
  const t = useText().board
  const [dialog, setDialog] = useState<DeskDialog | null>(null)
  const [canvasId, setCanvasId] = useState<CanvasId | null>(null)
  const [isCalm, setIsCalm] = useState(() => storedChoice(CALM_KEY, ['on']) === 'on')
  const isLow = useMedia('(max-height: 640px) and (min-width: 701px)')
  const isLookingOn = usePlace().query.get('look') === 'on' && isModerating(session.seat.role)
  const told = { run, group, seat: session.seat, isLookingOn }
  const serverNow = useCallback(() => session.serverNow(), [session])
  useEffect(() => prefetch(loadLater), [])
  const toggleCalm = () => {
    localStorage.setItem(CALM_KEY, isCalm ? 'off' : 'on')
    setIsCalm(!isCalm)
  }
  const { role, groupId } = session.seat
  const hasNoGroup = groupId === null && (role === 'participant' || role === 'scribe')
  const strip = (
    <>
      <StepStrip run={run} groupId={group.id} />
      {run.workshop.isExample && <span className="board-example">{t.example}</span>}
      <LazySignalBar {...told} serverNow={serverNow} onSpotlight={() => setDialog({ kind: 'spotlight' })} />
    </>
  )
  return (
    <BoardProvider
      session={board}
      run={run}
      group={group}
      seat={session.seat}
      serverNow={serverNow}
      isLookingOn={isLookingOn}
      onDialog={setDialog}
    >
      <div className="board" data-calm={isCalm ? '' : undefined}>
        <BoardBar session={session} board={board} isCalm={isCalm} onCalm={toggleCalm} />
        {hasNoGroup && <LazyGroupWait seat={session.seat} organisations={run.workshop.organisations} />}
        <LazyRunNotices session={board} run={run} group={group} now={serverNow} />
        <LazySignalLines {...told} presence={board.presence} />
        {!isLow && (
          <section className="board-strip" aria-label={t.instruction}>
            {strip}
          </section>
        )}
        {run.rounds.length > 0 && <LazyVoteBar run={run} groupId={group.id} seat={session.seat} />}
        <ClosedNotice session={board} seat={session.seat} />
        <BoardMain
          canvasId={canvasId}
          onCanvas={setCanvasId}
          strip={isLow ? strip : null}
          aside={usesHiddenWriting(run, session.seat.role) && <LazyHiddenPanel session={session} canvasId={canvasId} />}
          access={session.seat}
        />
      </div>
      {isJumping() && <LazyJumpToOriginal onCanvas={setCanvasId} />}
      {dialog && (
        <LazyBoardDialogs
          dialog={dialog}
          seat={session.seat}
          onClose={() => setDialog(null)}
          onCanvasAdded={setCanvasId}
        />
      )}
    </BoardProvider>
  )
}
