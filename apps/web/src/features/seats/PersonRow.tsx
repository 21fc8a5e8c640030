import type { CheckRecord, EditSeatRequest, SeatRecord } from '@tafelrunde/protocol'
import type { Group } from '@tafelrunde/schema/plain'
import { ArrowLeftRight, Ellipsis, MicOff, MonitorCheck, MonitorX, MoveRight, Pencil, Undo2, UserX } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { belongsToGroups } from './arrangeSeats.ts'
import { SeatForm } from './SeatForm.tsx'
import { useSeatName } from './useSeatName.ts'

/** What a moderator does with a person besides editing. */
export type PersonAct = 'move' | 'swap' | 'mute' | 'undo' | 'revoke'

export interface PersonRowProps {
  seat: SeatRecord
  check: CheckRecord | undefined
  groups: readonly Group[]
  organisations: readonly string[]
  isOwn: boolean
  isEdited: boolean
  onEdited: (isEdited: boolean) => void
  onAct: (act: PersonAct) => void
  onSave: (change: EditSeatRequest) => void
}

/** One person with everything that a moderator can do. */
export function PersonRow(props: PersonRowProps) {
  const { seat, check, groups, organisations, isOwn, isEdited, onEdited, onAct, onSave } = props
  const t = useText()
  const words = t.groups.people
  const name = useSeatName()(seat)
  const mayRevoke = !isOwn && seat.role !== 'owner'
  const details = [
    ...(seat.name && seat.organisation ? [seat.organisation] : []),
    ...(seat.companions ? [words.with({ names: seat.companions })] : []),
    ...(seat.role === 'participant' ? [] : [t.cockpit.roles[seat.role]]),
  ]
  return (
    <li>
      <div className="people-row">
        <Avatar name={seat.name} organisation={seat.organisation} />
        <div className="people-name">
          <p>{name}</p>
          <p className="small soft">{details.join(' · ')}</p>
        </div>
        {seat.isMuted && (
          <span className="people-muted small">
            <Icon of={MicOff} size={15} />
            {words.muted}
          </span>
        )}
        <CheckSign check={check} />
        <span className="people-here small" data-here={seat.isPresent ? '' : undefined}>
          {seat.isPresent ? t.cockpit.seats.here : t.cockpit.seats.away}
        </span>
        <Button
          size="s"
          icon={<Icon of={Pencil} size={14} />}
          aria-expanded={isEdited}
          aria-label={t.cockpit.seats.edit({ name })}
          onClick={() => onEdited(!isEdited)}
        >
          <span className="people-edit-word">{t.board.edit}</span>
        </Button>
        <Menu
          label={words.actions({ name })}
          trigger={<IconButton size="s" label={words.actions({ name })} icon={<Icon of={Ellipsis} />} />}
        >
          {belongsToGroups(seat) && (
            <>
              <MenuItem icon={<Icon of={MoveRight} size={16} />} onAction={() => onAct('move')}>
                {words.moveTo}
              </MenuItem>
              <MenuItem icon={<Icon of={ArrowLeftRight} size={16} />} onAction={() => onAct('swap')}>
                {words.swap}
              </MenuItem>
              <MenuItem icon={<Icon of={MicOff} size={16} />} onAction={() => onAct('mute')}>
                {seat.isMuted ? words.unmute : words.mute}
              </MenuItem>
            </>
          )}
          <MenuItem icon={<Icon of={Undo2} size={16} />} onAction={() => onAct('undo')}>
            {words.undo}
          </MenuItem>
          {mayRevoke && (
            <>
              <MenuSeparator />
              <MenuItem isDanger icon={<Icon of={UserX} size={16} />} onAction={() => onAct('revoke')}>
                {words.revoke}
              </MenuItem>
            </>
          )}
        </Menu>
      </div>
      {isEdited && (
        <SeatForm
          seat={seat}
          groups={groups}
          organisations={organisations}
          onCancel={() => onEdited(false)}
          onSave={(change) => {
            onSave(change)
            onEdited(false)
          }}
          {...(mayRevoke ? { onRevoke: () => onAct('revoke') } : {})}
          onUndo={() => onAct('undo')}
        />
      )}
    </li>
  )
}

/** A quiet sign of the person's newest technical check. */
function CheckSign({ check }: { check: CheckRecord | undefined }) {
  const t = useText().cockpit.checks
  if (!check) return null
  return (
    <span className="people-check" data-verdict={check.verdict} title={t.sign[check.verdict]}>
      <Icon of={check.verdict === 'good' ? MonitorCheck : MonitorX} size={16} />
      <span className="visually-hidden">{t.sign[check.verdict]}</span>
    </span>
  )
}
