import { useState } from 'react'
import type { Messages } from '../../i18n/messages.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Cockpit } from './cockpitState.ts'

export interface TrayPanelProps {
  cockpit: Cockpit
  onDecide: (entryId: string, decision: 'put' | 'discard') => void
}

/** What boards have refused and nobody has dealt with yet. */
export function TrayPanel({ cockpit, onDecide }: TrayPanelProps) {
  const t = useText()
  const [doubtedId, setDoubtedId] = useState<string | null>(null)
  const waiting = cockpit.tray.filter((entry) => entry.state === 'waiting')
  if (waiting.length === 0) return null
  return (
    <section className="side-section" aria-labelledby="tray-title">
      <h2 id="tray-title">
        {t.cockpit.tray.title} <span className="soft tabular">{waiting.length}</span>
      </h2>
      <p className="small soft side-hint">{t.cockpit.tray.explain}</p>
      <ul className="side-list">
        {waiting.map((entry) => {
          const group = cockpit.run.groups.find((candidate) => candidate.id === entry.groupId)
          const author = cockpit.seats.find((seat) => seat.id === entry.seatId)
          const name = author?.name || author?.organisation || t.cockpit.tray.someone
          return (
            <li key={entry.id} className="side-card" data-hot="">
              <p className="side-card-title">
                {group && <Chip letter={group.letter} colour={group.colour} name={group.name} />}
                <span className="small soft">{t.cockpit.tray.from({ name })}</span>
              </p>
              <p className="tray-text">{entry.text}</p>
              <p className="small soft">{reasonText(t, entry.reason)}</p>
              <div className="side-card-actions">
                <Button size="s" onClick={() => onDecide(entry.id, 'put')}>
                  {t.cockpit.tray.take}
                </Button>
                <Button size="s" variant="quiet" onClick={() => setDoubtedId(entry.id)}>
                  {t.cockpit.tray.dismiss}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      <Dialog
        title={t.cockpit.tray.askDismiss}
        isOpen={doubtedId !== null}
        onClose={() => setDoubtedId(null)}
        size="s"
        isAlert
        footer={
          <>
            <Button onClick={() => setDoubtedId(null)}>{t.ui.cancel}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (doubtedId !== null) onDecide(doubtedId, 'discard')
                setDoubtedId(null)
              }}
            >
              {t.cockpit.tray.dismiss}
            </Button>
          </>
        }
      >
        <p>{t.cockpit.tray.dismissExplain}</p>
      </Dialog>
    </section>
  )
}

/** Why the board did not take it, told to a moderator: the tray is somebody else's. */
function reasonText(t: Messages, reason: string): string {
  const { reasons } = t.cockpit.tray
  switch (reason) {
    case 'board.frozen':
    case 'board.locked':
    case 'step.closed':
    case 'item.gone':
      return reasons[reason]
    default:
      return reasons.other
  }
}
