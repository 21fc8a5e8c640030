import type { RunCommand } from '@tafelrunde/protocol'
import { Ellipsis, ListChecks, Snowflake, StickyNote, type LucideIcon } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { AvatarStack } from '../../ui/Avatar.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Link } from '../../ui/Link.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { Miniature } from './Miniature.tsx'
import type { TileModel } from './tileOf.ts'
import './GroupTile.css'

export interface GroupTileProps {
  tile: TileModel
  boardUrl: string
  /** The step that runs for all, to tell a step of its own. */
  isWithAll: boolean
  onCommand: (command: RunCommand) => void
  onFreeze: () => void
  onWrite: () => void
  /** A line without the miniature, for a board that nobody works on now. */
  isStrip?: boolean
}

/** One group at a glance: how full its board is, who is there, when it was last touched. */
export function GroupTile({
  tile,
  boardUrl,
  isWithAll,
  onCommand,
  onFreeze,
  onWrite,
  isStrip = false,
}: GroupTileProps) {
  const t = useText()
  const { group, people } = tile
  const here = people.reduce((sum, person) => sum + person.people, 0)
  const groupId = group.id
  const expectedStepId = tile.step?.id ?? null
  const still =
    tile.minutesStill === null
      ? t.cockpit.tile.untouched
      : tile.minutesStill < 1
        ? t.cockpit.tile.justNow
        : t.cockpit.tile.minutesAgo({ minutes: tile.minutesStill })
  return (
    <article
      className="group-tile"
      data-mood={tile.mood}
      data-frozen={tile.isFrozen ? '' : undefined}
      data-strip={isStrip ? '' : undefined}
    >
      <header>
        <Chip letter={group.letter} colour={group.colour} />
        <h3>
          <Link to={boardUrl} title={[group.name, group.topic].filter(Boolean).join(': ')}>
            {group.name}
          </Link>
        </h3>
        {tile.waitingTray > 0 && (
          <span className="group-tile-tray">{t.cockpit.tile.tray({ count: tile.waitingTray })}</span>
        )}
        {tile.isFrozen && (
          <span className="group-tile-sign" title={t.cockpit.tile.frozen}>
            <Icon of={Snowflake} size={16} />
            <span className="visually-hidden">{t.cockpit.tile.frozen}</span>
          </span>
        )}
        {tile.mood === 'quiet' && !tile.isFrozen && <span className="group-tile-sign">{t.cockpit.tile.quiet}</span>}
        <Menu
          label={t.cockpit.tile.menu({ name: group.name })}
          trigger={
            <IconButton size="s" label={t.cockpit.tile.menu({ name: group.name })} icon={<Icon of={Ellipsis} />} />
          }
        >
          <MenuItem onAction={onWrite}>{t.cockpit.tile.write}</MenuItem>
          <MenuItem isDisabled={!tile.step} onAction={() => onCommand({ type: 'time.add', minutes: 3, groupId })}>
            {t.cockpit.tile.addTime}
          </MenuItem>
          <MenuSeparator />
          <MenuItem onAction={() => onCommand({ type: 'step.next', groupId, expectedStepId })}>
            {t.cockpit.tile.next}
          </MenuItem>
          <MenuItem isDisabled={!tile.step} onAction={() => onCommand({ type: 'step.back', groupId, expectedStepId })}>
            {t.cockpit.tile.back}
          </MenuItem>
          <MenuItem isDisabled={!tile.ownRun} onAction={() => onCommand({ type: 'step.end', groupId })}>
            {t.cockpit.tile.follow}
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            isDanger={!tile.isFrozen}
            onAction={() => (tile.isFrozen ? onCommand({ type: 'unfreeze', groupId }) : onFreeze())}
          >
            {tile.isFrozen ? t.cockpit.freeze.undoGroup : t.cockpit.freeze.group}
          </MenuItem>
        </Menu>
      </header>
      {!isStrip && <Miniature tile={tile} />}
      <footer>
        {people.length > 0 ? (
          <>
            <AvatarStack
              label={t.cockpit.tile.present({ count: here, seats: Math.max(tile.seats, here) })}
              people={people.map(({ id, name, organisation }) => ({ id, name, organisation, size: 's' as const }))}
              max={2}
            />
            <span className="group-tile-present">{t.cockpit.tile.here({ count: here })}</span>
          </>
        ) : (
          <span>{t.cockpit.tile.nobody}</span>
        )}
        <Count icon={StickyNote} count={tile.items} label={t.cockpit.tile.items({ count: tile.items })} isSpelledOut />
        {tile.recommendations > 0 && (
          <Count
            icon={ListChecks}
            count={tile.recommendations}
            label={t.cockpit.tile.recommendations({ count: tile.recommendations })}
          />
        )}
        <span className="group-tile-still">{still}</span>
      </footer>
      {tile.isUnreadable && (
        <p className="group-tile-unreadable small" role="alert">
          {t.cockpit.tile.unreadable}
        </p>
      )}
      {!isWithAll && tile.step && (
        <p className="group-tile-own small">{t.cockpit.tile.ownStep({ step: tile.step.title })}</p>
      )}
    </article>
  )
}

interface CountProps {
  icon: LucideIcon
  count: number
  label: string
  /** Shows the words instead of the picture where there is room. */
  isSpelledOut?: boolean
}

function Count({ icon, count, label, isSpelledOut = false }: CountProps) {
  return (
    <span className="group-tile-count tabular" title={label} data-spelled-out={isSpelledOut ? '' : undefined}>
      <span className="group-tile-count-short" aria-hidden>
        <Icon of={icon} size={15} />
        {count}
      </span>
      <span className="group-tile-count-long">{label}</span>
    </span>
  )
}
