import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** Spoken name, also shown as the tooltip. */
  label: string
  icon: ReactNode
  /** Keys that do the same, shown in the tooltip. */
  shortcut?: string
}

/** A command shown as a picture; its name is spoken and appears on hover and focus. */
export function IconButton({ label, icon, shortcut, variant = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={shortcut ? `${label} (${shortcut})` : label}>
      <Button {...rest} variant={variant} aria-label={label} data-square="" icon={icon} />
    </Tooltip>
  )
}
