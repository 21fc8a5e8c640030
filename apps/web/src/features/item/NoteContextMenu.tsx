import type { Item } from '@tafelrunde/schema'
import { useRef } from 'react'
import { Menu, Popover } from 'react-aria-components/Menu'
import { useText } from '../../i18n/useText.ts'
import '../../ui/Menu.css'
import { ItemMenuItems } from './ItemMenuItems.tsx'

export interface NoteContextMenuProps {
  readonly at: { readonly x: number; readonly y: number }
  readonly items: readonly Item[]
  readonly mayWrite: boolean
  readonly mayDerive: boolean
  readonly mayDraw: boolean
  readonly onClose: () => void
}

/** The menu of the chosen notes, where the pointer or the note is. */
export function NoteContextMenu({ at, onClose, ...rest }: NoteContextMenuProps) {
  const t = useText().board
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} aria-hidden style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      <Popover
        className="ui-popover ui-menu-popover"
        triggerRef={anchor}
        aria-label={t.noteMenu}
        isOpen
        placement="bottom start"
        offset={2}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu takes the focus when it opens */}
        <Menu className="ui-menu" aria-label={t.noteMenu} autoFocus="first" onClose={onClose}>
          <ItemMenuItems {...rest} />
        </Menu>
      </Popover>
    </>
  )
}
