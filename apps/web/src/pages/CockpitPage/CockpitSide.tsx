import type { RunCommand } from '@tafelrunde/protocol'
import type { RefObject } from 'react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { AnnouncePanel, type AnnounceDraft } from '../../features/cockpit/AnnouncePanel.tsx'
import { CheckPanel } from '../../features/cockpit/CheckPanel.tsx'
import type { CockpitActions } from '../../features/cockpit/cockpitActions.ts'
import type { Cockpit } from '../../features/cockpit/cockpitState.ts'
import { GatherPanel } from '../../features/cockpit/GatherPanel.tsx'
import { HelpQueue } from '../../features/cockpit/HelpQueue.tsx'
import { QuietList } from '../../features/cockpit/QuietList.tsx'
import { ScreenNow } from '../../features/cockpit/ScreenNow.tsx'
import { TeamPanel } from '../../features/cockpit/TeamPanel.tsx'
import type { TileModel } from '../../features/cockpit/tileOf.ts'
import { TrayPanel } from '../../features/cockpit/TrayPanel.tsx'
import { LazyHiddenCard } from '../../features/hidden-writing/lazyHiddenCockpit.ts'
import { countComing } from '../../features/signals/gatheringFor.ts'
import { LazyVoteCard } from '../../features/votes/lazyVotes.ts'
import { useText } from '../../i18n/useText.ts'
import { navigate } from '../../ui/navigation.ts'
import type { Attempt } from '../useAttempt.ts'
import '../../features/cockpit/SidePanels.css'

export interface CockpitSideProps {
  readonly cockpit: Cockpit
  readonly seat: StoredSeat
  readonly tiles: readonly TileModel[]
  /** The message that is being written; a tile may begin one. */
  readonly draft: AnnounceDraft
  readonly onDraft: (draft: AnnounceDraft) => void
  readonly actions: CockpitActions
  readonly attempt: Attempt
  readonly onCommand: (command: RunCommand) => void
  readonly onNudge: (tile: TileModel) => void
  readonly ref: RefObject<HTMLElement | null>
}

/** What needs the moderators' attention, and what they say to everybody: the most urgent first. */
export function CockpitSide(props: CockpitSideProps) {
  const { cockpit, seat, tiles, draft, onDraft, actions, attempt, onCommand, onNudge, ref } = props
  const t = useText().cockpit
  const { run } = cockpit
  const endCall = ({ group, help }: TileModel): void => {
    if (help) onCommand({ type: 'help.clear', groupId: group.id, calledAt: help.at })
  }
  const announce = async (): Promise<void> => {
    const groupIds = draft.groupIds.length === 0 ? {} : { groupIds: [...draft.groupIds] }
    const say = (): Promise<unknown> => actions.run({ type: 'announce', text: draft.text.trim(), ...groupIds })
    if (await attempt(say, t.announce.sent)) onDraft({ text: '', groupIds: [] })
  }
  return (
    <aside className="cockpit-side" ref={ref} aria-label={t.sections.side}>
      <HelpQueue
        tiles={tiles}
        onComing={(tile) => {
          endCall(tile)
          navigate(placeUrl(seat, { board: tile.group.id }))
        }}
        onAnswer={onNudge}
        onSettled={endCall}
      />
      <LazyHiddenCard run={run} hidden={cockpit.hidden} seat={seat} />
      <TrayPanel
        cockpit={cockpit}
        onDecide={(entryId, decision) =>
          void attempt(
            () => actions.decideTray(entryId, decision),
            decision === 'put' ? t.tray.taken : t.tray.dismissed,
          )
        }
      />
      <LazyVoteCard run={run} seat={seat} seats={cockpit.seats} counts={cockpit.votes} attempt={attempt} />
      <QuietList tiles={tiles} onNudge={onNudge} />
      <AnnouncePanel
        draft={draft}
        onDraft={onDraft}
        groups={run.groups}
        standing={run.announcement}
        onClear={() => onCommand({ type: 'announcement.clear' })}
        onSend={() => void announce()}
      />
      <GatherPanel
        run={run}
        coming={run.gathering && countComing(run, cockpit.seats, run.gathering)}
        onCommand={onCommand}
      />
      <ScreenNow
        run={run}
        tiles={tiles}
        onBack={() => onCommand({ type: 'stage.layout', layout: null })}
        onGoOn={() => onCommand({ type: 'stage.picture', isFrozen: false })}
      />
      <TeamPanel cockpit={cockpit} ownSeatId={seat.seatId} />
      <CheckPanel cockpit={cockpit} />
    </aside>
  )
}
