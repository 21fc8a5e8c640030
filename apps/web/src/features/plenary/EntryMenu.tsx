import { ArrowDown, ArrowUp, ArrowUpRight, Ellipsis, PenLine, RotateCcw } from 'lucide-react'
import type { Group, PlenaryEntry } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { navigate } from '../../ui/navigation.ts'
import { usePlenary } from './PlenaryContext.ts'

export interface EntryMenuProps {
  entry: PlenaryEntry
  links: readonly { readonly group: Group; readonly url: string }[]
  onReword: () => void
  /** Null where there is no such step. */
  onStep: { readonly up: (() => void) | null; readonly down: (() => void) | null } | null
}

/** What can be done with an entry: look at its original; for moderators word it and put it elsewhere. */
export function EntryMenu({ entry, links, onReword, onStep }: EntryMenuProps) {
  const t = useText()
  const { mayDecide, decide } = usePlenary()
  const [only] = links
  if (!mayDecide && links.length === 0) return null
  if (!mayDecide && links.length === 1 && only) {
    return (
      <IconButton
        size="s"
        label={t.plenary.openOriginal({ group: only.group.name })}
        icon={<Icon of={ArrowUpRight} size={16} />}
        onClick={() => navigate(only.url)}
      />
    )
  }
  return (
    <Menu
      label={entry.plainText}
      trigger={<IconButton size="s" label={t.cockpit.more} icon={<Icon of={Ellipsis} size={16} />} />}
    >
      {mayDecide && (
        <MenuItem icon={<Icon of={PenLine} size={16} />} onAction={onReword}>
          {t.plenary.reword}
        </MenuItem>
      )}
      {mayDecide && entry.original !== null && (
        <MenuItem
          icon={<Icon of={RotateCcw} size={16} />}
          onAction={() => void decide({ type: 'reword', entryKey: entry.key, text: null }, t.plenary.restored)}
        >
          {t.plenary.restoreOriginal}
        </MenuItem>
      )}
      {onStep?.up && (
        <MenuItem icon={<Icon of={ArrowUp} size={16} />} onAction={onStep.up}>
          {t.plenary.reorder.up}
        </MenuItem>
      )}
      {onStep?.down && (
        <MenuItem icon={<Icon of={ArrowDown} size={16} />} onAction={onStep.down}>
          {t.plenary.reorder.down}
        </MenuItem>
      )}
      {links.map(({ group, url }) => (
        <MenuItem key={group.id} icon={<Icon of={ArrowUpRight} size={16} />} onAction={() => navigate(url)}>
          {t.plenary.openOriginal({ group: group.name })}
        </MenuItem>
      ))}
    </Menu>
  )
}
