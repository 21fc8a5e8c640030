import type { Group, RunState } from '@tafelrunde/schema/plain'
import { Check, LifeBuoy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { attempt, signalGroup } from './signalActions.ts'
import { useMinutesSince } from './useMinutesSince.ts'

export interface SignalButtonsProps {
  readonly run: RunState
  /** The seat's own group. */
  readonly group: Group
  readonly seat: StoredSeat
  readonly serverNow: () => number
}

/** "We are done" and "Call for help", for the whole group: who presses speaks for all, and everybody sees it. */
export function SignalButtons({ run, group, seat, serverNow }: SignalButtonsProps) {
  const t = useText()
  const { readyAt = null, helpAt = null } = run.signals[group.id] ?? {}
  const minutes = useMinutesSince(helpAt, serverNow)
  const [sending, setSending] = useState<'ready' | 'help' | null>(null)
  useSpokenChange(helpAt !== null, { on: t.signals.helpCalled, off: t.signals.helpEnded })
  useSpokenChange(readyAt !== null, { on: t.signals.readySaid, off: t.signals.readyTakenBack })

  const send = async (type: 'ready' | 'help', isOn: boolean): Promise<void> => {
    if (sending) return
    setSending(type)
    await attempt(t, () => signalGroup(seat, group.id, { type, isOn }))
    setSending(null)
  }
  const ready = readyAt === null ? t.signals.ready : t.signals.readyOn
  const help = helpAt === null ? t.signals.help : t.signals.helpOn({ minutes: minutes ?? 0 })
  return (
    <fieldset className="signal-buttons" aria-busy={sending !== null}>
      <legend className="visually-hidden">{t.signals.toModerators}</legend>
      <Button
        size="s"
        variant="quiet"
        className="signal-ready"
        isPressed={readyAt !== null}
        aria-label={ready}
        title={t.signals.readyHint}
        icon={<Icon of={Check} size={16} />}
        onClick={() => void send('ready', readyAt === null)}
      >
        <span className="signal-long">{ready}</span>
        <span className="signal-short">{t.signals.readyShort}</span>
      </Button>
      <Button
        size="s"
        variant="quiet"
        className="signal-help"
        data-on={helpAt === null ? undefined : ''}
        title={helpAt === null ? t.signals.helpHint : help}
        aria-label={help}
        icon={<Icon of={LifeBuoy} size={16} />}
        onClick={() => void send('help', helpAt === null)}
      >
        <span className="signal-long">{help}</span>
        <span className="signal-short">{helpAt === null ? t.signals.helpShort : t.signals.helpOnShort}</span>
      </Button>
    </fieldset>
  )
}

/** Say to screen readers what anybody of the group has changed; what was so when the page opened is no news. */
function useSpokenChange(isOn: boolean, texts: { readonly on: string; readonly off: string }): void {
  const before = useRef(isOn)
  const text = isOn ? texts.on : texts.off
  useEffect(() => {
    if (before.current !== isOn) announce(text)
    before.current = isOn
  }, [isOn, text])
}
