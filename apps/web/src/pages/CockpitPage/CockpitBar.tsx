import type { RunCommand } from '@tafelrunde/protocol'
import { Ellipsis, Link2, Presentation, Users } from 'lucide-react'
import { useCallback } from 'react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { countPeople } from '../../features/seats/arrangeSeats.ts'
import type { Cockpit } from '../../features/cockpit/cockpitState.ts'
import { PersonMenu } from '../../features/people/PersonMenu.tsx'
import { formatDay } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { AppBar } from '../../ui/AppBar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Link } from '../../ui/Link.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { navigate } from '../../ui/navigation.ts'
import { Timer } from '../../ui/Timer.tsx'

export interface CockpitBarProps {
  cockpit: Cockpit
  seat: StoredSeat
  stepTitle: string
  onCommand: (command: RunCommand) => void
  onLinks: () => void
  onPeople: () => void
  onSnapshot: () => void
  onEdit: () => void
  onFreeze: () => void
  onClose: () => void
}

/** Which workshop, how long still, who is there, and the ways out of the cockpit. */
export function CockpitBar(props: CockpitBarProps) {
  const { cockpit, seat, stepTitle, onCommand, onLinks, onPeople, onSnapshot, onEdit, onFreeze, onClose } = props
  const t = useText()
  const language = useLanguage()
  const { run, clockOffsetMs } = cockpit
  const { workshop, current } = run
  const serverNow = useCallback(() => Date.now() + clockOffsetMs, [clockOffsetMs])
  const day = workshop.startsAt === null ? [] : [formatDay(workshop.startsAt, language, workshop.timeZone)]
  const people = t.cockpit.people({ count: countPeople(cockpit.seats) })
  return (
    <AppBar
      title={t.cockpit.title}
      start={
        <>
          <span className="cockpit-workshop soft">{[workshop.title, ...day].join(', ')}</span>
          {workshop.isExample && <small className="cockpit-example">{t.cockpit.example}</small>}
        </>
      }
      center={
        current ? (
          <>
            {current.endsAt !== null && <Timer label={stepTitle} endsAt={current.endsAt} now={serverNow} />}
            <Button className="cockpit-more-time" onClick={() => onCommand({ type: 'time.add', minutes: 3 })}>
              {t.cockpit.minutesAll}
            </Button>
          </>
        ) : (
          <span className="small soft cockpit-no-step">{t.cockpit.noStep}</span>
        )
      }
      end={
        <>
          <Button className="cockpit-wide" variant="quiet" icon={<Icon of={Users} />} onClick={onPeople}>
            {people}
          </Button>
          <Button className="cockpit-wide" icon={<Icon of={Link2} />} onClick={onLinks}>
            {t.cockpit.linksAndQr}
          </Button>
          <Link className="ui-button cockpit-plenary" data-variant="primary" to={placeUrl(seat, 'plenary')}>
            {t.cockpit.toPlenary}
          </Link>
          <Menu
            label={t.cockpit.more}
            trigger={<IconButton label={t.cockpit.more} variant="plain" icon={<Icon of={Ellipsis} />} />}
          >
            <MenuItem icon={<Icon of={Presentation} size={16} />} href={placeUrl(seat, 'screen')}>
              {t.cockpit.openScreen}
            </MenuItem>
            <MenuItem onAction={() => navigate(placeUrl(seat, 'remote'))}>{t.cockpit.openRemote}</MenuItem>
            <MenuItem onAction={() => navigate(placeUrl(seat, 'results'))}>{t.cockpit.results}</MenuItem>
            <MenuSeparator />
            <MenuItem onAction={onLinks}>{t.cockpit.linksAndQr}</MenuItem>
            <MenuItem onAction={onPeople}>{`${t.cockpit.seats.action} (${countPeople(cockpit.seats)})`}</MenuItem>
            <MenuItem onAction={onEdit}>{t.cockpit.editWorkshop}</MenuItem>
            <MenuSeparator />
            <MenuItem onAction={onSnapshot}>{t.cockpit.snapshot.action}</MenuItem>
            {run.closedAt === null && (
              <MenuItem isDanger={!run.frozen.all} onAction={onFreeze}>
                {run.frozen.all ? t.cockpit.freeze.undoAll : t.cockpit.freeze.all}
              </MenuItem>
            )}
            <MenuItem isDanger={run.closedAt === null} onAction={onClose}>
              {run.closedAt === null ? t.cockpit.close : t.cockpit.reopen}
            </MenuItem>
          </Menu>
          <PersonMenu seat={seat} organisations={workshop.organisations} />
        </>
      }
    />
  )
}
