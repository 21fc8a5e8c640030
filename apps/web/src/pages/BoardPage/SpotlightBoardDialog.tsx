import type { StoredSeat } from '../../api/seats.ts'
import { useDesk } from '../../board/Desk.ts'
import { attempt, commandRun } from '../../features/signals/signalActions.ts'
import { LazySpotlightDialog } from '../../features/spotlight/LazySpotlightDialog.ts'
import { useText } from '../../i18n/useText.ts'
import { showToast } from '../../ui/Toast.tsx'

/** Put this board, a canvas or a field of it on the screen. */
export function SpotlightBoardDialog({ seat, onClose }: { seat: StoredSeat; onClose: () => void }) {
  const t = useText()
  const desk = useDesk()
  const { canvases, items } = desk.snapshot()
  const shown = canvases
    .filter(({ state }) => state === 'active')
    .map(({ id, title, templateId }) => {
      const fields: Record<string, number> = {}
      for (const item of items) {
        if (item.canvasId === id && item.state === 'active') fields[item.fieldId] = (fields[item.fieldId] ?? 0) + 1
      }
      return { id, title, templateId, fields }
    })
  return (
    <LazySpotlightDialog
      group={desk.group}
      canvases={shown}
      onClose={onClose}
      onCommand={(command) =>
        void attempt(t, () => commandRun(seat, command)).then(
          (isDone) => isDone && showToast({ text: t.signals.spotlight.shown }),
        )
      }
    />
  )
}
