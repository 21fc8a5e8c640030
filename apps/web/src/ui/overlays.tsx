import { use, useEffect, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import { OverlayTriggerStateContext } from 'react-aria-components/Dialog'
import { Menu as AriaMenu, MenuTrigger, RootMenuTriggerStateContext } from 'react-aria-components/Menu'
import { DialogTrigger, Popover as AriaPopover, Pressable } from 'react-aria-components/Popover'
import type { MenuProps } from './Menu.tsx'
import type { PopoverProps } from './Popover.tsx'

export { Header, MenuItem, MenuSection, Separator } from 'react-aria-components/Menu'

/** A menu that has been asked for: opens at once; `trigger` is the button that asked, drawn anew. */
export function OpenedMenu({
  trigger,
  label,
  placement = 'bottom end',
  isByKeyboard,
  children,
}: MenuProps & { isByKeyboard: boolean }) {
  return (
    <MenuTrigger>
      <OpenMenuNow isByKeyboard={isByKeyboard} />
      <Trigger>{trigger}</Trigger>
      <AriaPopover className="ui-popover ui-menu-popover" placement={placement} offset={6}>
        <AriaMenu className="ui-menu" aria-label={label}>
          {children}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  )
}

/** A panel that has been asked for; `trigger` as in OpenedMenu. */
export function OpenedPopover({ trigger, label, placement = 'bottom', children }: PopoverProps) {
  return (
    <DialogTrigger>
      <OpenPanelNow />
      <Trigger>{trigger}</Trigger>
      <AriaPopover className="ui-popover" aria-label={label} placement={placement} offset={6}>
        <Panel>{children}</Panel>
      </AriaPopover>
    </DialogTrigger>
  )
}

/** Opens as the press would have done, if the library had seen it. */
function OpenMenuNow({ isByKeyboard }: { isByKeyboard: boolean }) {
  const state = use(RootMenuTriggerStateContext)
  // oxlint-disable-next-line react/exhaustive-deps -- once, in the first moment
  useEffect(() => state?.open(isByKeyboard ? 'first' : null), [])
  return null
}

function OpenPanelNow() {
  const state = use(OverlayTriggerStateContext)
  // oxlint-disable-next-line react/exhaustive-deps -- once, in the first moment
  useEffect(() => state?.open(), [])
  return null
}

function Trigger({ children }: { children: ReactElement }) {
  return <Pressable>{children as ComponentProps<typeof Pressable>['children']}</Pressable>
}

function Panel({ children }: { children: ReactNode | ((close: () => void) => ReactNode) }) {
  const state = use(OverlayTriggerStateContext)
  const close = () => state?.close()
  return <div className="ui-popover-panel">{typeof children === 'function' ? children(close) : children}</div>
}
