import type { ErrorCode } from '@tafelrunde/protocol'
import { errorText } from '../../i18n/errorText.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { ConnectionState } from '../../sync/connectionState.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'

export interface ConnectionBannerProps {
  state: ConnectionState
  /** Why there is no way in; null if the server only does not answer. */
  refusal: ErrorCode | null
  /** Address of the person's own board, where this one is another. */
  ownBoard: string | null
}

/** In the place of a board: why it cannot be shown, and the way on. Nothing while it may still come. */
export function ConnectionBanner({ state, refusal, ownBoard }: ConnectionBannerProps) {
  const t = useText()
  const language = useLanguage()
  if (refusal === 'version.tooOld') {
    return (
      <Notice
        kind="danger"
        spoken="now"
        title={errorText(t, refusal)}
        actions={
          <Button variant="primary" onClick={() => location.reload()}>
            {t.places.reload}
          </Button>
        }
      >
        {state.waiting > 0 && t.connection.keptForReload({ waiting: state.waiting })}
      </Notice>
    )
  }
  if (refusal) {
    return (
      <Notice
        kind="danger"
        spoken="now"
        title={errorText(t, refusal)}
        actions={
          <>
            {ownBoard && (
              <Link className="ui-button" data-variant="primary" to={ownBoard}>
                {t.board.toOwnBoard}
              </Link>
            )}
            <Link className="ui-button" to="/">
              {t.places.toHome}
            </Link>
          </>
        }
      />
    )
  }
  if (state.transport !== 'offline' || state.since === null) return null
  const time = formatTime(state.since, language)
  return (
    <Notice kind="time" spoken="politely" title={t.connection.offlineTitle}>
      {state.trouble ? errorText(t, state.trouble) : t.connection.offlineReadOnly({ time })}
    </Notice>
  )
}
