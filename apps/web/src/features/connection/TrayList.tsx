import { LimitExceeded } from '@tafelrunde/schema'
import { errorText } from '../../i18n/errorText.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import { putBack } from '../../sync/putBack.ts'
import { useSource } from '../../sync/Source.ts'
import type { TrayEntry } from '../../sync/Tray.ts'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { showToast } from '../../ui/Toast.tsx'

/** What the board has not taken: each text to copy, to put back or to discard. */
export function TrayList({ session }: { session: BoardSession }) {
  const t = useText()
  const entries = useSource(session.tray.entries)
  if (entries.length === 0) return <p className="soft small">{t.connection.trayEmpty}</p>
  return (
    <>
      <p className="soft small">{t.connection.trayText}</p>
      <ul className="connection-tray">
        {entries.map((entry) => (
          <TrayLine key={entry.id} session={session} entry={entry} />
        ))}
      </ul>
    </>
  )
}

function TrayLine({ session, entry }: { session: BoardSession; entry: TrayEntry }) {
  const t = useText()
  const language = useLanguage()
  const { isReadOnly } = useSource(session.state)
  const isHere = entry.groupId === session.groupId

  const putOnBoard = () => {
    try {
      const applied = putBack(session.board, entry)
      if (!applied) return
      session.undo.push('tray', applied.inverse)
      session.tray.markTaken(entry.id)
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error
      showToast({ text: errorText(t, error.code), kind: 'problem' })
    }
  }

  return (
    <li>
      <blockquote>{entry.text}</blockquote>
      <p className="soft small">
        {t.connection.atTime({ time: formatTime(entry.at, language) })}
        {isHere && isReadOnly && ` · ${t.connection.putBackClosed}`}
      </p>
      <div className="connection-tray-actions">
        {isHere && (
          <Button size="s" variant="primary" disabled={isReadOnly} onClick={putOnBoard}>
            {t.connection.putBack}
          </Button>
        )}
        <Button size="s" onClick={() => void copyText(entry.text)}>
          {t.ui.copy}
        </Button>
        <Button
          size="s"
          variant="quiet"
          onClick={() => {
            session.tray.discard(entry.id)
            showToast({
              text: t.connection.discarded,
              action: {
                label: t.connection.undoDiscard,
                run: () => session.tray.add(entry.groupId, entry.reason, [entry]),
              },
            })
          }}
        >
          {t.connection.discard}
        </Button>
      </div>
    </li>
  )
}
