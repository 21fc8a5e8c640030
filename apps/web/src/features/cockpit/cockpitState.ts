import {
  ActsResponse,
  BoardTile,
  ChecksResponse,
  CockpitState,
  HiddenCounts,
  LinksResponse,
  ModeratorsResponse,
  SeatingMode,
  SeatsResponse,
  ShownPageResponse,
  SnapshotsResponse,
  StepNotesResponse,
  TrayResponse,
  VoteCount,
} from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import type { StreamEvent } from '../../api/openEventStream.ts'
import { clockOffset } from '../../api/clockOffset.ts'

/** What the cockpit knows: the answer of the server with the run state as the schema package types it. */
export interface Cockpit extends Omit<CockpitState, 'run' | 'serverTime'> {
  readonly run: RunState
  /** Server time minus device time, ms. */
  readonly clockOffsetMs: number
}

/** Fold a message of the stream into what is known. Messages of a newer server that are unknown here change nothing. */
export function applyCockpitEvent(
  cockpit: Cockpit | null,
  event: Pick<StreamEvent, 'type' | 'data'>,
  receivedAt: number,
): Cockpit | null {
  if (event.type === 'state') {
    const { run, serverTime, ...state } = CockpitState.parse(event.data)
    return { ...state, run: run as unknown as RunState, clockOffsetMs: serverTime - receivedAt }
  }
  if (!cockpit) return null
  switch (event.type) {
    case 'run': {
      const { run, serverTime } = event.data as { run: RunState; serverTime: number }
      if (run.version < cockpit.run.version) return cockpit
      return { ...cockpit, run, clockOffsetMs: clockOffset(cockpit.clockOffsetMs, serverTime - receivedAt) }
    }
    case 'tile': {
      const tile = BoardTile.parse(event.data)
      const others = cockpit.tiles.filter((candidate) => candidate.groupId !== tile.groupId)
      return { ...cockpit, tiles: [...others, tile] }
    }
    case 'seats':
      return { ...cockpit, seats: SeatsResponse.parse(event.data).seats }
    case 'seating':
      return { ...cockpit, seating: { mode: SeatingMode.parse((event.data as { mode: unknown }).mode) } }
    case 'links':
      return { ...cockpit, links: keepUrls(cockpit.links, LinksResponse.parse(event.data).links) }
    case 'tray':
      return { ...cockpit, tray: TrayResponse.parse(event.data).entries }
    case 'checks':
      return { ...cockpit, checks: ChecksResponse.parse(event.data).checks }
    case 'acts':
      return { ...cockpit, acts: ActsResponse.parse(event.data).acts }
    case 'moderators':
      return { ...cockpit, moderatorSeatIds: ModeratorsResponse.parse(event.data).seatIds }
    case 'notes':
      return { ...cockpit, notes: StepNotesResponse.parse(event.data).notes }
    case 'screen':
      return { ...cockpit, screen: ShownPageResponse.parse(event.data).screen }
    case 'votes':
      return { ...cockpit, votes: VoteCount.array().parse((event.data as { votes: unknown }).votes) }
    case 'hidden':
      return { ...cockpit, hidden: HiddenCounts.parse(event.data) }
    case 'snapshots':
      return { ...cockpit, snapshots: SnapshotsResponse.parse(event.data).snapshots }
    default:
      return cockpit
  }
}

/** A link's address is told once, right after it was made; later lists come without it. */
function keepUrls(before: Cockpit['links'], next: Cockpit['links']): Cockpit['links'] {
  const urls = new Map(before.map((link) => [link.id, link.url]))
  return next.map((link) => ({ ...link, url: link.url ?? urls.get(link.id) ?? null }))
}
