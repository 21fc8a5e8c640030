import { use, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import { OverlayTriggerStateContext } from 'react-aria-components/Dialog'
import { DialogTrigger, Popover as AriaPopover, Pressable, type PopoverProps } from 'react-aria-components/Popover'
import './Menu.css'

export interface PopoverButtonProps {
  /** The button that opens it. */
  trigger: ReactElement
  label: string
  placement?: PopoverProps['placement']
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button that opens a small panel beside it; Escape or a click elsewhere closes it. */
export function Popover({ trigger, label, placement = 'bottom', children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      <Pressable>{trigger as ComponentProps<typeof Pressable>['children']}</Pressable>
      <AriaPopover className="ui-popover" aria-label={label} placement={placement} offset={6}>
        <Panel>{children}</Panel>
      </AriaPopover>
    </DialogTrigger>
  )
}

function Panel({ children }: Pick<PopoverButtonProps, 'children'>) {
  const state = use(OverlayTriggerStateContext)
  const close = () => state?.close()
  return <div className="ui-popover-panel">{typeof children === 'function' ? children(close) : children}</div>
}
