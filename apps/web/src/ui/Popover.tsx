import type { ComponentProps, ReactElement, ReactNode } from 'react'
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  Pressable,
  type PopoverProps,
} from 'react-aria-components/Popover'
import './Menu.css'

export interface PopoverButtonProps {
  /** The button that opens it. */
  trigger: ReactElement
  label: string
  placement?: PopoverProps['placement']
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button that opens a small non-modal panel beside it. */
export function Popover({ trigger, label, placement = 'bottom', children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      <Pressable>{trigger as ComponentProps<typeof Pressable>['children']}</Pressable>
      <AriaPopover className="ui-popover" placement={placement} offset={6}>
        <Dialog className="ui-popover-panel" aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
