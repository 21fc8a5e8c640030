import type { ComponentProps, ReactElement, ReactNode } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Pressable,
  Separator,
  type PopoverProps,
} from 'react-aria-components/Menu'
import './Menu.css'

export interface MenuProps {
  /** The button that opens the menu. */
  trigger: ReactElement
  label: string
  placement?: PopoverProps['placement']
  /** MenuItem, MenuSection and MenuSeparator. */
  children: ReactNode
}

/** A button with a list of commands; arrow keys, type-ahead and Escape work. */
export function Menu({ trigger, label, placement = 'bottom end', children }: MenuProps) {
  return (
    <MenuTrigger>
      <Pressable>{trigger as ComponentProps<typeof Pressable>['children']}</Pressable>
      <Popover className="ui-popover ui-menu-popover" placement={placement} offset={6}>
        <AriaMenu className="ui-menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
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
  return (
    <AriaMenuSection className="ui-menu-section">
      <Header>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

/** A line between items of a Menu. */
export function MenuSeparator() {
  return <Separator className="ui-menu-separator" />
}
