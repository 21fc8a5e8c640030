import { isModerating } from '@tafelrunde/protocol'
import type { Item, ItemId } from '@tafelrunde/schema'
import {
  Copy,
  CopyPlus,
  Lightbulb,
  MoveRight,
  ParkingCircle,
  Pencil,
  Layers2,
  Spline,
  SquareStack,
  Tags,
  ThumbsUp,
  Trash2,
  Undo2,
  UserRoundSearch,
} from 'lucide-react'
import { indexOf } from '../../board/boardIndex.ts'
import { useDesk } from '../../board/Desk.ts'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { useItemActions } from './useItemActions.ts'

export interface ItemMenuItemsProps {
  readonly items: readonly Item[]
  readonly mayWrite: boolean
  /** Whether recommendations are open for writing. */
  readonly mayDerive: boolean
  readonly mayDraw: boolean
}

/** The commands for notes, in the context menu, the toolbar and the outline. */
export function ItemMenuItems({ items, mayWrite, mayDerive, mayDraw }: ItemMenuItemsProps) {
  const t = useText().board
  const desk = useDesk()
  const actions = useItemActions()
  const ids: readonly ItemId[] = items.map((item) => item.id)
  const single = items.length === 1 ? items[0] : undefined
  const { clusters } = indexOf(desk.snapshot())
  const clustered = ids.filter((id) => clusters.headOf.has(id))
  const isParked = items.every((item) => item.state === 'parked')
  return (
    <>
      {single && mayWrite && (
        <MenuItem icon={<Icon of={Pencil} />} onAction={() => desk.selection.edit(single.id)}>
          {clusters.membersOf.has(single.id) ? t.clusterName : t.editNote}
        </MenuItem>
      )}
      {single && mayWrite && (
        <MenuItem icon={<Icon of={Tags} />} onAction={() => desk.openDialog({ kind: 'attributes', itemId: single.id })}>
          {t.attributes}
        </MenuItem>
      )}
      {mayWrite && (
        <MenuItem icon={<Icon of={MoveRight} />} onAction={() => desk.openDialog({ kind: 'move', itemIds: ids })}>
          {t.moveTo}
        </MenuItem>
      )}
      {mayWrite && (
        <MenuItem icon={<Icon of={Layers2} />} onAction={() => desk.openDialog({ kind: 'cluster', itemIds: ids })}>
          {t.clusterInto}
        </MenuItem>
      )}
      {mayWrite && clustered.length > 0 && (
        <MenuItem icon={<Icon of={SquareStack} />} onAction={() => actions.uncluster(clustered)}>
          {t.clusterOut}
        </MenuItem>
      )}
      {mayWrite && (
        <MenuItem icon={<Icon of={CopyPlus} />} onAction={() => actions.duplicate(ids)}>
          {t.duplicate}
        </MenuItem>
      )}
      {single && mayDerive && (
        <MenuItem icon={<Icon of={Lightbulb} />} onAction={() => actions.derive(single.id)}>
          {t.derive}
        </MenuItem>
      )}
      {single && mayDraw && (
        <MenuItem icon={<Icon of={Spline} />} onAction={() => desk.openDialog({ kind: 'connect', itemId: single.id })}>
          {t.connectTo}
        </MenuItem>
      )}
      {single && desk.rights.closed.reactions === null && (
        <MenuItem icon={<Icon of={ThumbsUp} />} onAction={() => actions.agree(single.id)}>
          {single.agreedBy.includes(desk.seat.id) ? t.agreeNot : t.agree}
        </MenuItem>
      )}
      <MenuItem icon={<Icon of={Copy} />} onAction={() => actions.copy(ids)}>
        {t.copyText}
      </MenuItem>
      {single && isModerating(desk.seat.role) && (
        <MenuItem
          icon={<Icon of={UserRoundSearch} />}
          onAction={() => desk.openDialog({ kind: 'authors', entryId: single.id })}
        >
          {t.whoWrote}
        </MenuItem>
      )}
      {mayWrite && (
        <MenuItem
          icon={<Icon of={isParked ? Undo2 : ParkingCircle} />}
          onAction={() => (isParked ? actions.restore(ids) : actions.park(ids))}
        >
          {isParked ? t.unpark : t.park}
        </MenuItem>
      )}
      {mayWrite && <MenuSeparator />}
      {mayWrite && (
        <MenuItem icon={<Icon of={Trash2} />} isDanger onAction={() => actions.bin(ids)}>
          {t.binNote}
        </MenuItem>
      )}
    </>
  )
}
