import { useEffect, useRef } from 'react'
import { errorText } from '../../i18n/errorText.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import { useSource } from '../../sync/Source.ts'
import { Button } from '../../ui/Button.tsx'
import { Lamp } from '../../ui/Lamp.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { useSecondsSince } from './useSecondsSince.ts'
import { TrayList } from './TrayList.tsx'
import { useLeaveWarning } from './useLeaveWarning.ts'
import './ConnectionLamp.css'

/** A confirmation usually takes a blink; from here on people are told that they wait for one. */
const LATE_SECONDS = 2

export interface ConnectionLampProps {
  session: BoardSession
  /** Where this person's technical check is. */
  checkUrl: string
}

/** The saved-lamp of a board; opens what it means and the tray. Warns before leaving with unsent work. */
export function ConnectionLamp({ session, checkUrl }: ConnectionLampProps) {
  const t = useText()
  const language = useLanguage()
  const state = useSource(session.state)
  const entries = useSource(session.tray.entries)
  useLeaveWarning(state)
  useTrayToast(entries.length)

  const carrier = useSource(session.carrier)
  const sentSeconds = useSecondsSince(state.sentSince)
  const isLate = state.lamp === 'sent' && sentSeconds >= LATE_SECONDS

  const label = isLate
    ? t.connection.sentLate({ seconds: sentSeconds })
    : state.lamp !== 'device' || state.since === null
      ? t.connection[state.lamp]
      : t.connection.deviceSince({ time: formatTime(state.since, language), waiting: state.waiting })
  const explanation = {
    saved: t.connection.explainSaved,
    sent: isLate ? t.connection.explainLate : t.connection.explainSent,
    device: t.connection.explainDevice,
  }[state.lamp]
  return (
    <Popover
      label={t.connection.details}
      placement="bottom end"
      trigger={
        <Button variant="quiet" size="s" className="connection-lamp">
          <Lamp state={state.lamp} label={label} />
          {entries.length > 0 && (
            <span className="connection-tray-count">{t.connection.trayCount({ count: entries.length })}</span>
          )}
        </Button>
      }
    >
      <div className="connection-panel">
        <p>{explanation}</p>
        {state.trouble && <p>{errorText(t, state.trouble)}</p>}
        {carrier === 'http' && <p>{t.connection.explainHttp}</p>}
        <p>
          <a href={checkUrl} target="_blank" rel="noreferrer">
            {t.connection.check}
          </a>
        </p>
        <h3>{t.connection.tray}</h3>
        <TrayList session={session} />
      </div>
    </Popover>
  )
}

function useTrayToast(count: number): void {
  const t = useText()
  const before = useRef(count)
  useEffect(() => {
    const arrived = count - before.current
    before.current = count
    if (arrived > 0) showToast({ text: t.connection.trayArrived({ count: arrived }), kind: 'problem' })
  }, [count, t])
}
