import type { RunCommand } from '@tafelrunde/protocol'
import {
  Check,
  Ellipsis,
  Eye,
  Footprints,
  HandHelping,
  LifeBuoy,
  ListChecks,
  Presentation,
  Snowflake,
  StickyNote,
  Users,
  WifiOff,
  type LucideIcon,
} from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { AvatarStack } from '../../ui/Avatar.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Link } from '../../ui/Link.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { navigate } from '../../ui/navigation.ts'
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
  onNudge: () => void
  onSpotlight: () => void
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
  onNudge,
  onSpotlight,
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
      data-help={tile.help ? '' : undefined}
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
        {tile.isOnScreen && (
          <span className="group-tile-sign" title={t.cockpit.tile.onScreen}>
            <Icon of={Presentation} size={16} />
            <span className="visually-hidden">{t.cockpit.tile.onScreen}</span>
          </span>
        )}
        {tile.isReady && (
          <span className="group-tile-ready">
            <Icon of={Check} size={16} />
            {t.cockpit.tile.ready}
          </span>
        )}
        {tile.mood === 'quiet' && !tile.isFrozen && !tile.isReady && !tile.help && (
          <span className="group-tile-sign">{t.cockpit.tile.quiet}</span>
        )}
        <Menu
          label={t.cockpit.tile.menu({ name: group.name })}
          trigger={
            <IconButton size="s" label={t.cockpit.tile.menu({ name: group.name })} icon={<Icon of={Ellipsis} />} />
          }
        >
          <MenuItem icon={<Icon of={Users} />} onAction={() => navigate(boardUrl)}>
            {t.cockpit.tile.visit}
          </MenuItem>
          <MenuItem icon={<Icon of={Eye} />} onAction={() => navigate(`${boardUrl}&look=on`)}>
            {t.cockpit.tile.lookOn}
          </MenuItem>
          {group.kind === 'group' && (
            <MenuItem icon={<Icon of={HandHelping} />} onAction={onNudge}>
              {t.cockpit.tile.nudge}
            </MenuItem>
          )}
          <MenuItem icon={<Icon of={Footprints} />} onAction={() => onCommand({ type: 'gather', groupId })}>
            {t.cockpit.tile.gather}
          </MenuItem>
          <MenuItem icon={<Icon of={Presentation} />} onAction={onSpotlight}>
            {t.cockpit.tile.spotlight}
          </MenuItem>
          <MenuSeparator />
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
      {tile.help && (
        <p className="group-tile-help">
          <Icon of={LifeBuoy} size={16} />
          {t.cockpit.tile.helpSince({ minutes: tile.help.minutes })}
        </p>
      )}
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
          <>
            <span className="group-tile-nobody">{t.cockpit.tile.nobody}</span>
            <span className="group-tile-present">{t.cockpit.tile.here({ count: 0 })}</span>
          </>
        )}
        <Count icon={StickyNote} count={tile.items} label={t.cockpit.tile.items({ count: tile.items })} isSpelledOut />
        {tile.recommendations > 0 && (
          <Count
            icon={ListChecks}
            count={tile.recommendations}
            label={t.cockpit.tile.recommendations({ count: tile.recommendations })}
          />
        )}
        {tile.unsteady.length > 0 && (
          <span className="group-tile-unsteady" title={t.cockpit.tile.lostNames({ names: tile.unsteady.join(', ') })}>
            <Icon of={WifiOff} size={15} />
            <span aria-hidden>{t.cockpit.tile.lost({ count: tile.unsteady.length })}</span>
            <span className="visually-hidden">{t.cockpit.tile.lostNames({ names: tile.unsteady.join(', ') })}</span>
          </span>
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
