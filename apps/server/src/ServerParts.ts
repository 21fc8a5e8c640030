import type { CheckStore } from './checks/CheckStore.ts'
import type { CreatorStore } from './setup/CreatorStore.ts'
import type { LinkStore } from './links/LinkStore.ts'
import type { Log } from './observability/log.ts'
import type { LiveRunStates } from './run-state/LiveRunStates.ts'
import type { ShownPages } from './screen/ShownPages.ts'
import type { LiveSeats } from './seats/LiveSeats.ts'
import type { SeatingStore } from './seats/SeatingStore.ts'
import type { SeatStore } from './seats/SeatStore.ts'
import type { SnapshotStore } from './snapshots/SnapshotStore.ts'
import type { StepNoteStore } from './step-notes/StepNoteStore.ts'
import type { SubmissionStore } from './submissions/SubmissionStore.ts'
import type { TrayStore } from './tray/TrayStore.ts'
import type { AuditLog } from './workshops/AuditLog.ts'
import type { WorkshopNews } from './workshops/WorkshopNews.ts'
import type { WorkshopStore } from './workshops/WorkshopStore.ts'
import type { TicketStore } from './tickets/TicketStore.ts'
import type { Documents, Seat } from './seams.ts'
import type { VoteFacts } from './votes/VoteFacts.ts'
import type { VoteStore } from './votes/VoteStore.ts'

/** What composeServer gives to the use cases; each of them names the parts that it needs. */
export interface ServerParts {
  readonly workshops: WorkshopStore
  readonly links: LinkStore
  readonly seats: SeatStore
  readonly seatings: SeatingStore
  readonly tickets: TicketStore
  readonly creators: CreatorStore
  readonly tray: TrayStore
  readonly snapshots: SnapshotStore
  readonly checks: CheckStore
  readonly stepNotes: StepNoteStore
  readonly shownPages: ShownPages
  readonly votes: VoteStore
  readonly voteFacts: VoteFacts
  readonly submissions: SubmissionStore
  readonly audit: AuditLog
  readonly documents: Documents
  /** @throws AppError with the reason why the seat may not read the document */
  readonly assertMayRead: (seat: Seat, document: string) => Promise<void>
  readonly runStates: LiveRunStates
  readonly liveSeats: LiveSeats
  readonly news: WorkshopNews
  readonly log: Log
  /** Server time, epoch milliseconds. */
  readonly now: () => number
  /** Scheme and host that links begin with, without a trailing slash. */
  readonly baseUrl: () => string
  readonly retentionDays: number
}
