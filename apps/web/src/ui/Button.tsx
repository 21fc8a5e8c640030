import type { ComponentPropsWithRef, ReactNode } from 'react'
import './Button.css'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  variant?: 'plain' | 'primary' | 'quiet' | 'danger'
  size?: 's' | 'm' | 'l'
  icon?: ReactNode
  /** Pressed state of a toggle button; leave out for an ordinary one. */
  isPressed?: boolean
}

/** A labelled command. Native, so that it works everywhere, also as the trigger of a Menu, Popover or Tooltip. */
export function Button({
  variant = 'plain',
  size = 'm',
  icon,
  isPressed,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={['ui-button', className].filter(Boolean).join(' ')}
      data-variant={variant}
      data-size={size}
      aria-pressed={isPressed ?? rest['aria-pressed']}
    >
      {icon}
      {children}
    </button>
  )
}
