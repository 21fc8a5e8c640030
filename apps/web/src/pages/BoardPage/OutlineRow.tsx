import type { FieldTemplate, Item } from '@tafelrunde/schema'
import { Ellipsis } from 'lucide-react'
import { useDesk } from '../../board/Desk.ts'
import { ItemMenuItems } from '../../features/item/ItemMenuItems.tsx'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { BoardNote } from './BoardNote.tsx'

/** A note in outline and form, with its commands beside it. */
export function OutlineRow(props: { item: Item; field: FieldTemplate | null; isTabStop: boolean }) {
  const { item } = props
  const t = useText().board
  const { rights } = useDesk()
  return (
    <div className="outline-row">
      <BoardNote {...props} />
      <Menu
        label={t.noteMenu}
        trigger={
          <IconButton
            className="outline-row-menu"
            label={`${t.noteMenu}: ${item.plainText.slice(0, 40)}`}
            icon={<Icon of={Ellipsis} />}
          />
        }
      >
        <ItemMenuItems
          items={[item]}
          mayWrite={rights.closed.items === null && !rights.isCanvasLocked(item.canvasId)}
          mayDerive={rights.closed.recommendations === null}
          mayDraw={rights.closed.sketch === null}
        />
      </Menu>
    </div>
  )
}
