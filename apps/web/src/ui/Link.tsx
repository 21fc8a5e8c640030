import type { ComponentPropsWithRef } from 'react'
import { navigate } from './navigation.ts'

export interface LinkProps extends ComponentPropsWithRef<'a'> {
  to: string
}

/** A link inside the product. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        onClick?.(event)
        const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
        if (event.defaultPrevented || !isPlain || rest.target) return
        event.preventDefault()
        navigate(to)
      }}
    >
      {children}
    </a>
  )
}
