import { errorText } from '../../i18n/errorText.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { ConnectionState } from '../../sync/connectionState.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'

const SPOKEN_REASONS = ['frozen', 'locked', 'step', 'observing', 'ending'] as const

export interface ConnectionBannerProps {
  state: ConnectionState
  /** Address of the person's own board, where this one is another. */
  ownBoard: string | null
}

/** Tells in words why something does not work as usual: no connection, nothing to write, or no way in. */
export function ConnectionBanner({ state, ownBoard }: ConnectionBannerProps) {
  const t = useText()
  const language = useLanguage()
  if (state.transport === 'refused' && state.refusal) {
    const isOld = state.refusal === 'version.tooOld'
    return (
      <Notice
        kind="danger"
        spoken="now"
        title={errorText(t, state.refusal)}
        actions={
          isOld ? (
            <Button onClick={() => location.reload()}>{t.places.reload}</Button>
          ) : (
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
          )
        }
      />
    )
  }
  if (state.transport === 'offline' && state.since !== null) {
    const time = formatTime(state.since, language)
    return (
      <Notice kind="time" spoken="politely" title={t.connection.offlineTitle}>
        {state.isReadOnly
          ? t.connection.offlineReadOnly({ time })
          : t.connection.offlineText({ time, waiting: state.waiting })}
      </Notice>
    )
  }
  const reason = SPOKEN_REASONS.find((one) => one === state.readOnlyReason)
  if (state.readOnlyReason === 'reloading' && state.refusal) {
    return (
      <Notice kind="time" spoken="politely">
        {errorText(t, state.refusal)}
      </Notice>
    )
  }
  if (!reason) return null
  return (
    <Notice kind={reason === 'observing' ? 'info' : 'time'} spoken="politely">
      {t.connection.readOnly[reason]}
    </Notice>
  )
}
