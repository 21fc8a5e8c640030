import type { CockpitState } from '@tafelrunde/protocol'
import type { WorkshopId } from '@tafelrunde/schema/plain'
import { listChecks } from '../checks/keepCheck.ts'
import { listLinks } from '../links/manageLinks.ts'
import { listSeats } from '../seats/changeSeat.ts'
import type { HiddenNotes } from '../hidden-writing/HiddenNotes.ts'
import type { ServerParts } from '../ServerParts.ts'
import { listStepNotes } from '../step-notes/keepStepNote.ts'
import { listTray } from '../tray/manageTray.ts'
import { countVotes } from '../votes/readVote.ts'
import { boardTile } from './boardTile.ts'
import type { CockpitAudience } from './CockpitAudience.ts'
import { listActs } from './listActs.ts'

/** The parts that the cockpit is read from. */
export type CockpitParts = Pick<
  ServerParts,
  | 'runStates'
  | 'documents'
  | 'seats'
  | 'seatings'
  | 'votes'
  | 'links'
  | 'tray'
  | 'snapshots'
  | 'checks'
  | 'stepNotes'
  | 'shownPages'
  | 'audit'
  | 'news'
  | 'liveSeats'
  | 'log'
  | 'now'
> & { readonly cockpitAudience: CockpitAudience; readonly hiddenNotes: HiddenNotes }

/** Everything that the cockpit shows, as of now. */
export async function readCockpit(parts: CockpitParts, workshopId: WorkshopId): Promise<CockpitState> {
  const run = await parts.runStates.load(workshopId)
  const [tiles, seats, seating, links, tray, snapshots, checks, notes, acts, votes, hidden] = await Promise.all([
    Promise.all(run.groups.map(({ id }) => boardTile(parts.documents, id))),
    listSeats(parts, workshopId),
    parts.seatings.read(workshopId),
    listLinks(parts, workshopId),
    listTray(parts, workshopId),
    parts.snapshots.list(workshopId),
    listChecks(parts, workshopId),
    listStepNotes(parts, workshopId),
    listActs(parts, workshopId),
    countVotes(parts, workshopId),
    parts.hiddenNotes.count(workshopId),
  ])
  return {
    run: { ...run },
    serverTime: parts.now(),
    tiles,
    seats: [...seats],
    seating: { mode: seating.mode },
    links: [...links],
    tray: [...tray],
    snapshots: snapshots.map(({ id, name, at, documents }) => ({ id, name, at, documents })),
    checks: [...checks],
    notes: [...notes],
    screen: parts.shownPages.of(workshopId),
    acts: [...acts],
    moderatorSeatIds: [...parts.cockpitAudience.of(workshopId)],
    votes,
    hidden,
  }
}
