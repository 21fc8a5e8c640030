import type { ReactElement, ReactNode } from 'react'
import type { Placement } from './Menu.tsx'
import './Menu.css'
import { useOverlays } from './useOverlays.ts'

export interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement
  label: string
  placement?: Placement
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button that opens a small panel beside it; Escape or a click elsewhere closes it. */
export function Popover(props: PopoverProps) {
  const use = useOverlays(props.trigger, 'dialog')
  return 'closed' in use ? use.closed : <use.overlays.OpenedPopover {...props} trigger={use.trigger} />
}
