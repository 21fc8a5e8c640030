import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CockpitParts } from '../cockpit/readCockpit.ts'
import type { Revealing } from '../hidden-writing/Revealing.ts'
import type { LinkThrottle } from '../links/LinkThrottle.ts'
import type { Throttle } from '../live/Throttle.ts'
import type { SeatUndos } from '../moderation/SeatUndos.ts'
import type { Metrics } from '../observability/metrics.ts'
import type { SeatId } from '@tafelrunde/schema/plain'
import type { LiveOffers } from '../plenary/duplicates/LiveOffers.ts'
import type { LivePlenary } from '../plenary/LivePlenary.ts'
import type { Rehearsals } from '../rehearsal/Rehearsals.ts'
import type { RecoveryBrake } from '../seats/RecoveryBrake.ts'
import type { ServerParts } from '../ServerParts.ts'
import type { LegalPages } from '../setup/LegalPages.ts'
import type { EventStreams } from './EventStreams.ts'

/** Answers a request of the sync protocol over plain HTTP; its body has not been read. */
export type SyncOverHttp = (
  call: 'open' | 'send' | 'receive' | 'close',
  request: IncomingMessage,
  response: ServerResponse,
) => void

/** What the routes are given: the parts of the use cases and what only this border needs. */
export interface HttpParts extends ServerParts, CockpitParts {
  readonly plenary: LivePlenary
  readonly offers: LiveOffers
  readonly linkThrottle: LinkThrottle
  readonly checkThrottle: { readonly ofLinks: LinkThrottle; readonly ofSeats: Throttle<string> }
  readonly signalThrottle: Throttle<SeatId>
  readonly revealThrottle: Throttle<SeatId>
  readonly submissionThrottle: Throttle<SeatId>
  readonly screenThrottle: Throttle<string>
  readonly ballotThrottle: Throttle<string>
  readonly recoveryBrake: RecoveryBrake
  readonly seatUndos: SeatUndos
  readonly revealing: Revealing
  readonly rehearsals: Rehearsals
  readonly streams: EventStreams
  readonly syncOverHttp: SyncOverHttp
  readonly metrics: Metrics
  readonly legal: LegalPages
  readonly version: string
  readonly whoMayCreate: 'anyone' | 'token'
  readonly isCreationLocalOnly: boolean
  /** False while the disk does not take writes. */
  readonly isReady: () => boolean
  readonly hosts: () => ReadonlySet<string>
  readonly origins: () => ReadonlySet<string>
}
