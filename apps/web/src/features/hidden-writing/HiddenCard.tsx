import type { HiddenCounts } from '@tafelrunde/protocol'
import { isWritingHidden, type RunState } from '@tafelrunde/schema/plain'
import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import type { StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { RevealDialog } from './RevealDialog.tsx'
import './HiddenCard.css'

export interface HiddenCardProps {
  readonly run: RunState
  readonly hidden: HiddenCounts
  readonly seat: StoredSeat
}

/** How much is written hidden, which is all that moderators learn, and the way to show it. */
export function HiddenCard({ run, hidden, seat }: HiddenCardProps) {
  const t = useText().hiddenWriting.cockpit
  const [isAsking, setAsking] = useState(false)
  const isOn = run.groups.some((group) => isWritingHidden(run, group))
  if (run.closedAt !== null || (!isOn && hidden.notes === 0)) return null
  return (
    <section className="side-section" aria-labelledby="hidden-card">
      <h2 id="hidden-card">{t.title}</h2>
      <div className="side-card hidden-card">
        <p className="hidden-card-count">
          <Icon of={LockKeyhole} size={18} />
          <output>{t.count(hidden)}</output>
        </p>
        <p className="soft">{t.explain}</p>
        <Button size="s" variant="primary" disabled={hidden.notes === 0} onClick={() => setAsking(true)}>
          {t.reveal}
        </Button>
      </div>
      {isAsking && <RevealDialog run={run} hidden={hidden} seat={seat} onClose={() => setAsking(false)} />}
    </section>
  )
}
