import { useText } from '../../i18n/useText.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { ThemeSwitch } from '../../ui/ThemeSwitch.tsx'

/** Language and look of this device. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t.people.settings} size="s" isOpen onClose={onClose}>
      <div className="people-setting">
        <h3>{t.ui.language}</h3>
        <LanguageSwitch />
      </div>
      <div className="people-setting">
        <h3>{t.ui.theme}</h3>
        <ThemeSwitch />
      </div>
    </Dialog>
  )
}
