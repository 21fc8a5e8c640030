import type { SnapshotRecord } from '@tafelrunde/protocol'
import { useState } from 'react'
import { formatDay, formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface SnapshotDialogProps {
  onClose: () => void
  snapshots: readonly SnapshotRecord[]
  /** Title of the running step, '' without one. */
  stepTitle: string
  now: number
  timeZone: string
  onKeep: (name: string) => void
}

/** Keep all boards as they are now under a name, and see what was kept before. */
export function SnapshotDialog({ onClose, snapshots, stepTitle, now, timeZone, onKeep }: SnapshotDialogProps) {
  const t = useText()
  const language = useLanguage()
  const [name, setName] = useState(() =>
    t.cockpit.snapshot.suggestion({ step: stepTitle, time: formatTime(now, language, timeZone) }),
  )
  return (
    <Dialog
      title={t.cockpit.snapshot.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button variant="primary" disabled={!name.trim()} onClick={() => onKeep(name.trim())}>
            {t.cockpit.snapshot.confirm}
          </Button>
        </>
      }
    >
      <p>{t.cockpit.snapshot.explain}</p>
      <TextField label={t.cockpit.snapshot.name} value={name} maxLength={120} onChange={setName} />
      <section aria-labelledby="snapshots-earlier">
        <h3 id="snapshots-earlier">{t.cockpit.snapshot.earlier}</h3>
        {snapshots.length === 0 ? (
          <p className="small soft">{t.cockpit.snapshot.none}</p>
        ) : (
          <ul>
            {snapshots
              .toSorted((a, b) => b.at - a.at)
              .map((snapshot) => (
                <li key={snapshot.id} className="small">
                  {snapshot.name}{' '}
                  <span className="soft tabular">
                    {formatDay(snapshot.at, language, timeZone)}, {formatTime(snapshot.at, language, timeZone)}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </section>
    </Dialog>
  )
}
