import { fieldOf, templateOf, type CanvasId } from '@tafelrunde/schema'
import type { StoredSeat } from '../../api/seats.ts'
import { indexOf } from '../../board/boardIndex.ts'
import { useDesk, type DeskDialog } from '../../board/Desk.ts'
import { NewCanvasDialog } from '../../features/canvas/NewCanvasDialog.tsx'
import { AttributesDialog } from '../../features/item/AttributesDialog.tsx'
import { BinDialog } from '../../features/item/BinDialog.tsx'
import { LazyClusterDialog } from '../../features/item/lazyClusterDialog.ts'
import { ConnectDialog } from '../../features/item/ConnectDialog.tsx'
import { MoveDialog } from '../../features/item/MoveDialog.tsx'
import { useItemActions } from '../../features/item/useItemActions.ts'
import { LazyAuthorsDialog, LazyUndoSeatDialog } from '../../features/moderation/lazyDialogs.ts'
import { RecommendationDialog } from '../../features/recommendations/RecommendationDialog.tsx'
import { useText } from '../../i18n/useText.ts'
import { useBoardValue } from '../../sync/useBoardValue.ts'
import { KeysDialog } from './KeysDialog.tsx'
import { SpotlightBoardDialog } from './SpotlightBoardDialog.tsx'

export interface BoardDialogsProps {
  readonly dialog: DeskDialog
  readonly seat: StoredSeat
  readonly onClose: () => void
  readonly onCanvasAdded: (canvasId: CanvasId) => void
}

/** The dialog that is open; closes by itself when what it is about has gone. */
export function BoardDialogs({ dialog, seat, onClose, onCanvasAdded }: BoardDialogsProps) {
  const t = useText().board
  const desk = useDesk()
  const actions = useItemActions()
  const snapshot = useBoardValue(desk.board, (value) => value)
  const index = indexOf(snapshot)
  const items = [...index.byId.values()]
  switch (dialog.kind) {
    case 'attributes': {
      const item = index.byId.get(dialog.itemId)
      const canvas = snapshot.canvases.find((candidate) => candidate.id === item?.canvasId)
      const field = item && canvas ? fieldOf(templateOf(canvas.templateId), item.fieldId) : null
      return item ? <AttributesDialog item={item} attribute={field?.attribute} onClose={onClose} /> : null
    }
    case 'connect':
      return <ConnectDialog itemId={dialog.itemId} items={items} onClose={onClose} />
    case 'cluster':
      return <LazyClusterDialog itemIds={dialog.itemIds} items={items} onClose={onClose} />
    case 'move':
      return (
        <MoveDialog
          itemIds={dialog.itemIds}
          items={items}
          canvases={snapshot.canvases.filter((canvas) => canvas.state === 'active')}
          onMove={(place, fieldName) => {
            if (actions.move(dialog.itemIds, place)) desk.say(`${t.didMove}: ${fieldName}`)
          }}
          onClose={onClose}
        />
      )
    case 'recommendation': {
      const recommendation = snapshot.recommendations.find((one) => one.id === dialog.id && one.state === 'active')
      return recommendation ? (
        <RecommendationDialog
          recommendation={recommendation}
          items={items}
          mayWrite={desk.rights.closed.recommendations === null}
          onClose={onClose}
        />
      ) : null
    }
    case 'authors':
      return (
        <LazyAuthorsDialog
          access={seat}
          groupId={desk.group.id}
          entryId={dialog.entryId}
          onUndo={(undone) => desk.openDialog({ kind: 'undo-seat', seat: undone })}
          onClose={onClose}
        />
      )
    case 'undo-seat':
      return (
        <LazyUndoSeatDialog
          access={seat}
          seat={dialog.seat}
          boards={desk.run.groups}
          groupId={desk.group.id}
          onClose={onClose}
        />
      )
    case 'bin':
      return <BinDialog onClose={onClose} />
    case 'spotlight':
      return <SpotlightBoardDialog seat={seat} onClose={onClose} />
    case 'keys':
      return <KeysDialog onClose={onClose} />
    case 'new-canvas':
      return <NewCanvasDialog onAdded={onCanvasAdded} onClose={onClose} />
  }
}
