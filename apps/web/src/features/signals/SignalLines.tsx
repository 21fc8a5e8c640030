import type { Group, RunState } from '@tafelrunde/schema/plain'
import { Eye } from 'lucide-react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import type { PresenceSession } from '../../sync/presence.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { GatherLine } from './GatherLine.tsx'
import { NudgeLine } from './NudgeLine.tsx'
import { VisitLine } from './VisitLine.tsx'
import './signals.css'

export interface SignalLinesProps {
  readonly run: RunState
  readonly group: Group
  readonly seat: StoredSeat
  readonly presence: PresenceSession
  readonly isLookingOn: boolean
}

/** What moderators say to the people of a board, and who of them is here. Nothing of it takes the focus. */
export function SignalLines({ run, group, seat, presence, isLookingOn }: SignalLinesProps) {
  const t = useText().signals
  return (
    <div className="signal-lines">
      <GatherLine run={run} seat={seat} here={group.id} />
      <NudgeLine run={run} groupId={group.id} />
      <VisitLine presence={presence} selfId={seat.seatId} />
      <output className="signals-region">
        {isLookingOn && (
          <p className="visit-line">
            <Icon of={Eye} size={16} />
            <span>{t.youLookOn}</span>
            <Link to={placeUrl(seat, { board: group.id })}>{t.joinIn}</Link>
          </p>
        )}
      </output>
    </div>
  )
}
