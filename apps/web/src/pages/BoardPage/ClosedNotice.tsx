import { Lock } from 'lucide-react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { useDesk } from '../../board/Desk.ts'
import { useSecondsSince } from '../../features/connection/useSecondsSince.ts'
import { closedText } from '../../features/run-state/closedText.ts'
import { errorText } from '../../i18n/errorText.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage, type Language } from '../../i18n/language.ts'
import type { Messages } from '../../i18n/messages.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import type { ConnectionState } from '../../sync/connectionState.ts'
import { useSource } from '../../sync/Source.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'

/** A connection that is back before this was none to talk about; the lamp tells it anyway. */
const OFFLINE_SECONDS = 2

/** One friendly line about why one can only read, or that there is no connection; nothing while all is well. */
export function ClosedNotice({ session, seat }: { session: BoardSession; seat: StoredSeat }) {
  const t = useText()
  const language = useLanguage()
  const desk = useDesk()
  const { rights } = desk
  const state = useSource(session.state)
  const code = rights.closed.items
  const isGone = useSecondsSince(state.transport === 'offline' ? state.since : null) >= OFFLINE_SECONDS
  const text =
    connectionText(state, { t, language, isGone }) ??
    (code === 'seat.muted' ? errorText(t, code) : code && closedText(code, t.board, desk))
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

function connectionText(
  state: ConnectionState,
  { t, language, isGone }: { t: Messages; language: Language; isGone: boolean },
): string | null {
  const { trouble, waiting, isReadOnly, since } = state
  if (trouble && (isGone || trouble === 'storage.unavailable')) {
    const reason = errorText(t, trouble)
    return isReadOnly ? reason : t.connection.troubleText({ reason, waiting })
  }
  if (isGone && since !== null) {
    const time = formatTime(since, language)
    return isReadOnly ? t.connection.offlineReadOnly({ time }) : t.connection.offlineText({ time, waiting })
  }
  if (state.readOnlyReason === 'ending') return t.connection.readOnly.ending
  return state.readOnlyReason === 'reloading' && state.refusal ? errorText(t, state.refusal) : null
}
