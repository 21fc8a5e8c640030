import { addItem, clusterItem, type Item, type ItemId } from '@tafelrunde/schema'
import { useState } from 'react'
import { indexOf } from '../../board/boardIndex.ts'
import { combineApplied } from '../../board/combineApplied.ts'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useItemActions } from './useItemActions.ts'

export interface ClusterDialogProps {
  readonly itemIds: readonly ItemId[]
  /** All active items of the board. */
  readonly items: readonly Item[]
  readonly onClose: () => void
}

const NEW = 'new'

/** Put notes under another one without dragging: choose the note, or give a new cluster its name. */
export function ClusterDialog({ itemIds, items, onClose }: ClusterDialogProps) {
  const t = useText()
  const words = t.clusters
  const desk = useDesk()
  const actions = useItemActions()
  const { clusters } = indexOf(desk.snapshot())
  const [first] = itemIds.flatMap((id) => items.find((item) => item.id === id) ?? [])
  const isHere = (item: Item) => item.canvasId === first?.canvasId && item.fieldId === first.fieldId
  const candidates = items.filter(
    (item) =>
      item.plainText.trim() !== '' &&
      !clusters.headOf.has(item.id) &&
      !(itemIds.length === 1 && itemIds[0] === item.id) &&
      !desk.rights.isCanvasLocked(item.canvasId),
  )
  const heads = [...candidates.filter(isHere), ...candidates.filter((item) => !isHere(item))]
  const [chosen, setChosen] = useState<string>(heads[0]?.id ?? NEW)
  const [name, setName] = useState('')
  const head = heads.find((item) => item.id === chosen)
  const isNew = !head

  const put = () => {
    if (head) actions.cluster(itemIds, head.id)
    else if (first) {
      const { canvasId, fieldId, position, attributes } = first
      const { talkId, harvestKind } = attributes
      const place = { canvasId, fieldId, before: first.id, position }
      const kept = { ...(talkId && { talkId }), ...(harvestKind && { harvestKind }) }
      desk.edit(t.board.didCluster, (board) => {
        const added = addItem(board, { place, text: name.trim(), attributes: kept, author: desk.seat.id })
        return added && combineApplied([added, ...itemIds.map((id) => clusterItem(board, id, added.result))])
      })
      desk.say(t.board.didClusterUnder({ head: name.trim() }))
    }
    onClose()
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onClick={onClose}>{t.board.cancel}</Button>
          <Button variant="primary" onClick={put} disabled={isNew && name.trim() === ''}>
            {words.put}
          </Button>
        </>
      }
    >
      <p className="small soft">{words.explain}</p>
      <Select
        label={words.under}
        value={isNew ? NEW : chosen}
        onChange={setChosen}
        options={[
          ...heads.map((item) => ({
            value: item.id as string,
            label: labelOf(item, clusters.membersOf.get(item.id)?.length ?? 0),
          })),
          { value: NEW, label: words.fresh },
        ]}
      />
      {isNew && <TextField label={words.name} value={name} maxLength={120} onChange={setName} />}
    </Dialog>
  )
}

function labelOf(item: Item, members: number): string {
  const text = item.plainText.replaceAll('\n', ' ').slice(0, 60)
  return members > 0 ? `${text} (${members})` : text
}
