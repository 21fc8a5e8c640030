import type { CheckRecord, SeatRecord } from '@tafelrunde/protocol'
import { useState } from 'react'
import { formatAgo } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import './ChecksDialog.css'

export interface ChecksDialogProps {
  checks: readonly CheckRecord[]
  seats: readonly SeatRecord[]
  onClose: () => void
}

const WORST_FIRST: readonly CheckRecord['verdict'][] = ['bad', 'limited', 'good']

/** Every device that has been checked, the ones that need help first, with what is in their way. */
export function ChecksDialog({ checks, seats, onClose }: ChecksDialogProps) {
  const t = useText()
  const language = useLanguage()
  const [now] = useState(() => Date.now())
  const sorted = WORST_FIRST.flatMap((verdict) => checks.filter((check) => check.verdict === verdict))
  const nameOf = ({ seatId }: CheckRecord): string => {
    const seat = seats.find(({ id }) => id === seatId)
    if (!seat) return seatId === null ? t.cockpit.checks.byLink : t.cockpit.seats.guest
    return [seat.name, seat.organisation].filter(Boolean).join(', ') || t.cockpit.seats.guest
  }
  return (
    <Dialog title={t.cockpit.checks.title} isOpen onClose={onClose} size="l">
      <p className="soft">{t.cockpit.checks.explain}</p>
      <ul className="checks">
        {sorted.map((check) => (
          <li key={check.device}>
            <p className="checks-name">
              {nameOf(check)} <span data-verdict={check.verdict}>{t.check.short[check.verdict]}</span>
            </p>
            <ul className="small">
              {check.report.findings
                .filter(({ state }) => state === 'bad' || state === 'limited')
                .map(({ topic, state }) => (
                  <li key={topic}>
                    {t.check.topic[topic]}: {t.check.state[state]}
                  </li>
                ))}
            </ul>
            <p className="small soft">
              {[
                formatAgo(check.at, now, language),
                ...(check.report.browser ? [check.report.browser] : []),
                `${check.report.viewport.width} × ${check.report.viewport.height}`,
                ...(check.report.latencyMs === null ? [] : [`${check.report.latencyMs} ms`]),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
