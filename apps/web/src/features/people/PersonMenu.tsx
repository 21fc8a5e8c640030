import { ClipboardList, Home, KeyRound, LogOut, Pencil, Settings, Users } from 'lucide-react'
import { useState } from 'react'
import { placeUrl } from '../../api/placeOf.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { useText } from '../../i18n/useText.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../../ui/Menu.tsx'
import { navigate } from '../../ui/navigation.ts'
import {
  LazyEditSeatDialog,
  LazyForgetSeatDialog,
  LazyRecoveryDialog,
  LazySettingsDialog,
} from './lazyPersonDialogs.ts'
import './people.css'

export interface PersonMenuProps {
  seat: StoredSeat
  /** Organisations to choose from. */
  organisations?: readonly string[]
}

type OpenDialog = 'seat' | 'recovery' | 'settings' | 'forget' | null

/** The person's own menu: name, recovery code, language and look, other places, legal pages, leaving the device. */
export function PersonMenu({ seat, organisations = [] }: PersonMenuProps) {
  const t = useText()
  const [open, setOpen] = useState<OpenDialog>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        label={t.people.menu({ name: seat.name })}
        trigger={
          <Button variant="quiet" className="person-menu-button">
            <span aria-hidden>
              <Avatar name={seat.name} organisation={seat.organisation} />
            </span>
            <span className="visually-hidden">{t.people.menu({ name: seat.name })}</span>
          </Button>
        }
      >
        <MenuItem icon={<Icon of={Pencil} />} onAction={() => setOpen('seat')}>
          {t.people.editSeat}
        </MenuItem>
        <MenuItem icon={<Icon of={Users} />} onAction={() => setOpen('seat')}>
          {t.people.several}
        </MenuItem>
        <MenuItem icon={<Icon of={KeyRound} />} onAction={() => setOpen('recovery')}>
          {t.people.recoveryCode}
        </MenuItem>
        <MenuItem icon={<Icon of={Settings} />} onAction={() => setOpen('settings')}>
          {t.people.settings}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Icon of={ClipboardList} />} onAction={() => navigate(placeUrl(seat, 'results'))}>
          {t.people.results}
        </MenuItem>
        <MenuItem icon={<Icon of={Home} />} onAction={() => navigate('/')}>
          {t.people.myWorkshops}
        </MenuItem>
        <MenuItem icon={<Icon of={LogOut} />} isDanger onAction={() => setOpen('forget')}>
          {t.people.forget}
        </MenuItem>
        <MenuSection title={t.people.legal}>
          <MenuItem href="/legal/imprint">{t.legal.imprint}</MenuItem>
          <MenuItem href="/legal/privacy">{t.legal.privacy}</MenuItem>
          <MenuItem href="/legal/accessibility">{t.legal.accessibility}</MenuItem>
        </MenuSection>
      </Menu>
      {open === 'seat' && <LazyEditSeatDialog seat={seat} organisations={organisations} onClose={close} />}
      {open === 'recovery' && <LazyRecoveryDialog seat={seat} onClose={close} />}
      {open === 'settings' && <LazySettingsDialog onClose={close} />}
      {open === 'forget' && <LazyForgetSeatDialog seat={seat} onClose={close} onForgotten={() => navigate('/')} />}
    </>
  )
}
