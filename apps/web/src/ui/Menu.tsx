import type { ReactElement, ReactNode } from 'react'
import './Menu.css'
import { loadedOverlays, useOverlays } from './useOverlays.ts'

/** Where an overlay stands beside its trigger. */
export type Placement = 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'top start' | 'top end'

export interface MenuProps {
  /** The button that opens the menu. */
  trigger: ReactElement
  label: string
  placement?: Placement
  /** MenuItem, MenuSection and MenuSeparator. */
  children: ReactNode
}

/** A button with a list of commands; arrow keys, type-ahead and Escape work. */
export function Menu(props: MenuProps) {
  const use = useOverlays(props.trigger, 'menu')
  return 'closed' in use ? use.closed : <use.overlays.OpenedMenu {...props} {...use} />
}

export interface MenuItemProps {
  onAction?: () => void
  /** Makes it a link that opens in a new tab. */
  href?: string
  icon?: ReactNode
  isDisabled?: boolean
  isDanger?: boolean
  shortcut?: string
  /** Plain text of the item, for type-ahead, when children are not a string. */
  textValue?: string
  children: ReactNode
}

/** One command of a Menu. */
export function MenuItem({ icon, isDanger, shortcut, children, textValue, onAction, href, isDisabled }: MenuItemProps) {
  const { MenuItem: AriaMenuItem } = loadedOverlays()
  return (
    <AriaMenuItem
      className="ui-menu-item"
      data-danger={isDanger ? '' : undefined}
      textValue={textValue ?? (typeof children === 'string' ? children : '')}
      isDisabled={isDisabled ?? false}
      {...(onAction && { onAction })}
      {...(href && { href, target: '_blank' })}
    >
      <span className="ui-menu-icon">{icon}</span>
      <span>{children}</span>
      {shortcut && <kbd>{shortcut}</kbd>}
    </AriaMenuItem>
  )
}

/** Items of a Menu that belong together, under a heading. */
export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  const { Header, MenuSection: AriaMenuSection } = loadedOverlays()
  return (
    <AriaMenuSection className="ui-menu-section">
      <Header>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

/** A line between items of a Menu. */
export function MenuSeparator() {
  const { Separator } = loadedOverlays()
  return <Separator className="ui-menu-separator" />
}
