import { ArrowDown, ArrowUp, ArrowUpRight, Ellipsis, Undo2 } from 'lucide-react'
import type { PlenaryRecommendation } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { navigate } from '../../ui/navigation.ts'
import { usePlenary } from './PlenaryContext.ts'

/** What can be done with a recommendation in the plenary. */
export function RecommendationMenu({
  entry,
  onStep,
}: {
  entry: PlenaryRecommendation
  onStep: { readonly up: (() => void) | null; readonly down: (() => void) | null } | null
}) {
  const t = useText()
  const { view, mayDecide, boardUrl, withdraw } = usePlenary()
  const { code, status, recommendation } = entry
  const group = view.groups.find(({ id }) => id === entry.groupId)
  const url = boardUrl(entry.groupId, { recommendationId: recommendation.id })
  const original = url !== null && group ? { url, name: group.name } : null
  if (!mayDecide && !original) return null
  return (
    <Menu
      label={recommendation.title || t.plenary.recommendation.untitled}
      trigger={<IconButton size="s" label={t.cockpit.more} icon={<Icon of={Ellipsis} size={16} />} />}
    >
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
      {mayDecide && code !== null && status === 'submitted' && (
        <MenuItem icon={<Icon of={Undo2} size={16} />} onAction={() => withdraw(code)}>
          {t.plenary.withdraw}
        </MenuItem>
      )}
      {original && (
        <MenuItem icon={<Icon of={ArrowUpRight} size={16} />} onAction={() => navigate(original.url)}>
          {t.plenary.openOriginal({ group: original.name })}
        </MenuItem>
      )}
    </Menu>
  )
}
