import type { RunCommand } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

export interface CockpitNoticesProps {
  readonly run: RunState
  readonly isOffline: boolean
  /** People in the lobby. */
  readonly waiting: number
  readonly onCommand: (command: RunCommand) => void
  readonly onPeople: () => void
  readonly onReopen: () => void
}

/** What concerns the whole workshop and should not be overlooked, with what can be done about it. */
export function CockpitNotices({ run, isOffline, waiting, onCommand, onPeople, onReopen }: CockpitNoticesProps) {
  const t = useText().cockpit
  const isClosed = run.closedAt !== null
  if (!isOffline && !run.frozen.all && waiting === 0) return null
  return (
    <div className="cockpit-notices">
      {isOffline && (
        <Notice kind="danger" spoken="politely">
          {t.offline}
        </Notice>
      )}
      {waiting > 0 && (
        <Notice
          kind="time"
          spoken="politely"
          actions={
            <Button size="s" onClick={onPeople}>
              {t.seats.lookIntoLobby}
            </Button>
          }
        >
          {t.seats.inLobby({ count: waiting })}
        </Notice>
      )}
      {isClosed && (
        <Notice
          spoken="politely"
          actions={
            <Button size="s" onClick={onReopen}>
              {t.reopen}
            </Button>
          }
        >
          {t.closed}
        </Notice>
      )}
      {run.frozen.all && !isClosed && (
        <Notice
          spoken="politely"
          actions={
            <Button size="s" onClick={() => onCommand({ type: 'unfreeze' })}>
              {t.freeze.undoAll}
            </Button>
          }
        >
          {t.frozenAll}
        </Notice>
      )}
    </div>
  )
}
