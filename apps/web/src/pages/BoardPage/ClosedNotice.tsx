import { Lock } from 'lucide-react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { useDesk } from '../../board/Desk.ts'
import { closedText } from '../../features/run-state/closedText.ts'
import { errorText } from '../../i18n/errorText.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import { useSource } from '../../sync/Source.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'

/** One friendly line about why one can only read, or that there is no connection; nothing while all is well. */
export function ClosedNotice({ session, seat }: { session: BoardSession; seat: StoredSeat }) {
  const t = useText()
  const language = useLanguage()
  const { rights } = useDesk()
  const state = useSource(session.state)
  const code = rights.closed.items
  const text =
    state.transport === 'offline' && state.since !== null
      ? state.isReadOnly
        ? t.connection.offlineReadOnly({ time: formatTime(state.since, language) })
        : t.connection.offlineText({ time: formatTime(state.since, language), waiting: state.waiting })
      : state.readOnlyReason === 'ending'
        ? t.connection.readOnly.ending
        : state.readOnlyReason === 'reloading' && state.refusal
          ? errorText(t, state.refusal)
          : code && closedText(code, t.board)
  return (
    <output className="closed-region">
      {text && (
        <p className="closed-notice">
          <Icon of={Lock} size={15} />
          <span>{text}</span>
          {code === 'group.foreign' && seat.groupId && (
            <Link to={placeUrl(seat, { board: seat.groupId })}>{t.board.toOwnBoard}</Link>
          )}
        </p>
      )}
    </output>
  )
}
