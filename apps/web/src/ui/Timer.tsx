import { useEffect, useState } from 'react'
import './Timer.css'

/** Minutes and seconds, from an hour on with hours; negative times with a plus: so long it has been over. */
export function formatRemaining(ms: number): string {
  const seconds = Math.abs(ms >= 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000))
  const h = Math.floor(seconds / 3600)
  const m = Math.floor((seconds % 3600) / 60)
  const s = String(seconds % 60).padStart(2, '0')
  const text = h > 0 ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`
  return ms < 0 && seconds > 0 ? `+${text}` : text
}

export interface TimerProps {
  /** What is timed, for example the step's title. */
  label: string
  /** End as server time, epoch milliseconds. */
  endsAt: number
  /** Server time now; the device's clock may be wrong. */
  now: () => number
  size?: 'm' | 'screen'
}

/** Remaining time of a step. Silent for screen readers unless they ask for it. */
export function Timer({ label, endsAt, now, size = 'm' }: TimerProps) {
  const [remaining, setRemaining] = useState(() => endsAt - now())
  useEffect(() => {
    const tick = () => setRemaining(endsAt - now())
    tick()
    const interval = setInterval(tick, 250)
    return () => clearInterval(interval)
  }, [endsAt, now])
  return (
    <div
      className="ui-timer"
      role="timer"
      aria-label={label}
      data-over={remaining < 0 ? '' : undefined}
      data-size={size}
    >
      <small>{label}</small>
      <span>{formatRemaining(remaining)}</span>
    </div>
  )
}
