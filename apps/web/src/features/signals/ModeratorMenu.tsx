import type { RunCommand } from '@tafelrunde/protocol'
import type { Group, RunState } from '@tafelrunde/schema/plain'
import { ChevronDown, Eye, Footprints, LifeBuoy, Presentation, Users } from 'lucide-react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { navigate } from '../../ui/navigation.ts'
import { showToast } from '../../ui/Toast.tsx'
import { mayCome } from './gatheringFor.ts'
import { attempt, commandRun } from './signalActions.ts'
import { useMinutesSince } from './useMinutesSince.ts'

export interface ModeratorMenuProps {
  readonly run: RunState
  readonly group: Group
  readonly seat: StoredSeat
  readonly isLookingOn: boolean
  readonly serverNow: () => number
  readonly onSpotlight: () => void
}

/** What somebody who moderates does from a board: see to a call, bring everybody here, show it on the screen. */
export function ModeratorMenu({ run, group, seat, isLookingOn, serverNow, onSpotlight }: ModeratorMenuProps) {
  const t = useText()
  const texts = t.signals.moderate
  const helpAt = run.signals[group.id]?.helpAt ?? null
  const minutes = useMinutesSince(helpAt, serverNow)
  const isGathered = run.gathering !== null && run.gathering.groupId === group.id
  const { spotlight, layout } = run.stage
  const command = (wish: RunCommand, done = texts.done): void =>
    void attempt(t, () => commandRun(seat, wish)).then((isDone) => isDone && showToast({ text: done }))
  const mayOthersCome = mayCome(run, { role: 'participant', groupId: null }, group.id)
  const board = placeUrl(seat, { board: group.id })
  return (
    <div className="signal-buttons">
      {minutes !== null && helpAt !== null && (
        <span className="moderator-help">
          <Icon of={LifeBuoy} size={16} />
          {texts.helpSince({ minutes })}
        </span>
      )}
      <Menu
        label={texts.menu}
        trigger={
          <Button size="s" variant="quiet">
            {texts.menu}
            <Icon of={ChevronDown} size={16} />
          </Button>
        }
      >
        {helpAt !== null && (
          <MenuItem
            icon={<Icon of={LifeBuoy} />}
            onAction={() => command({ type: 'help.clear', groupId: group.id, calledAt: helpAt })}
          >
            {texts.helpDone}
          </MenuItem>
        )}
        <MenuItem
          icon={<Icon of={Footprints} />}
          onAction={() => {
            if (isGathered) command({ type: 'gather.end' })
            else command({ type: 'gather', groupId: group.id }, mayOthersCome ? texts.done : texts.gatherOwnOnly)
          }}
        >
          {isGathered ? texts.gatherEnd : texts.gatherHere}
        </MenuItem>
        <MenuItem icon={<Icon of={Presentation} />} onAction={onSpotlight}>
          {texts.toScreen}
        </MenuItem>
        {(spotlight ?? layout) && (
          <MenuItem onAction={() => command({ type: 'stage.layout', layout: null })}>{texts.backToStep}</MenuItem>
        )}
        <MenuSeparator />
        <MenuItem
          icon={<Icon of={isLookingOn ? Users : Eye} />}
          onAction={() => navigate(isLookingOn ? board : `${board}&look=on`, { replace: true })}
        >
          {isLookingOn ? t.signals.joinIn : texts.lookOn}
        </MenuItem>
      </Menu>
    </div>
  )
}
