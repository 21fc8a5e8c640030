import { isWritingHidden, type SoftEnd } from '@tafelrunde/schema'
import { useEffect, useRef } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import type { BoardSession } from '../../sync/BoardSession.ts'
import { finishSentences } from './finishSentences.ts'

/**
 * When a step ends softly, half-written notes become notes: the tray is for what came too late. Moderators are not
 * bound by the end and go on; what is written hidden never goes onto the board.
 */
export function useLastSentences(session: BoardSession, end: SoftEnd | null): void {
  const desk = useDesk()
  const label = useText().board.didAdd
  const latest = useRef({ desk, end, label })
  useEffect(() => {
    latest.current = { desk, end, label }
  })
  useEffect(
    () =>
      // At once and not with the next render: the server waits for what is sent now.
      session.state.subscribe(() => {
        const { readOnlyReason, refusal } = session.state.get()
        const now = latest.current
        if (readOnlyReason !== 'ending' || refusal !== 'step.closed' || now.desk.rights.isModerating) return
        const isTimeUp = now.end !== null && now.desk.serverNow() >= now.end.announcedAt
        if (!isTimeUp || isWritingHidden(now.desk.run, now.desk.group)) return
        for (const { text, fieldId, canvasId } of finishSentences(now.desk, now.label)) {
          session.keepText(text, { fieldId, canvasId, reason: 'step.closed' })
        }
      }),
    [session],
  )
}
