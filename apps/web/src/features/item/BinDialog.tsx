import {
  restoreCanvas,
  restoreItem,
  restoreRecommendation,
  type Applied,
  type Board,
  type BoardSnapshot,
} from '@tafelrunde/schema'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import './BinDialog.css'

interface BinEntry {
  readonly id: string
  readonly kind: 'item' | 'recommendation' | 'canvas'
  readonly text: string
  readonly isParked: boolean
  readonly restore: (board: Board) => Applied<true> | null
}

/** What was deleted or set aside, to take it back. */
export function BinDialog({ onClose }: { onClose: () => void }) {
  const t = useText().board
  const desk = useDesk()
  const snapshot = useBoardValue(desk.board, (value) => value)
  const entries = binEntries(snapshot)
  const { closed } = desk.rights
  const isClosed = { item: closed.items, recommendation: closed.recommendations, canvas: closed.canvases }
  return (
    <Dialog title={t.binTitle} isOpen onClose={onClose}>
      <p className="soft">{entries.length === 0 ? t.binEmpty : t.binHint}</p>
      <ul className="bin-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <p lang={desk.boardLanguage}>{entry.text}</p>
              <p className="soft small">
                {t.kindOf[entry.kind]}
                {entry.isParked && `, ${t.parked}`}
              </p>
            </div>
            <Button
              size="s"
              disabled={isClosed[entry.kind] !== null}
              onClick={() => {
                if (desk.edit(t.didRestore, entry.restore)) desk.say(t.didRestore)
              }}
            >
              {t.restore}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function binEntries(snapshot: BoardSnapshot): readonly BinEntry[] {
  const items = snapshot.items
    .filter((item) => item.state !== 'active' && item.plainText.trim() !== '')
    .map((item): BinEntry => ({
      id: item.id,
      kind: 'item',
      text: item.plainText,
      isParked: item.state === 'parked',
      restore: (board) => restoreItem(board, item.id),
    }))
  const recommendations = snapshot.recommendations
    .filter((one) => one.state !== 'active' && one.title.trim() !== '')
    .map((one): BinEntry => ({
      id: one.id,
      kind: 'recommendation',
      text: one.title,
      isParked: one.state === 'parked',
      restore: (board) => restoreRecommendation(board, one.id),
    }))
  const canvases = snapshot.canvases
    .filter((canvas) => canvas.state === 'deleted')
    .map((canvas): BinEntry => ({
      id: canvas.id,
      kind: 'canvas',
      text: canvas.title,
      isParked: false,
      restore: (board) => restoreCanvas(board, canvas.id),
    }))
  return [...canvases, ...recommendations, ...items.toReversed()]
}
