import { chooseLanguage, LANGUAGES, useLanguage } from '../i18n/language.ts'
import { useText } from '../i18n/useText.ts'
import { Segmented } from './Segmented.tsx'

/** German or English, at once and for this device. */
export function LanguageSwitch() {
  const t = useText()
  const language = useLanguage()
  return (
    <Segmented
      label={t.ui.language}
      value={language}
      onChange={(value) => void chooseLanguage(value)}
      options={LANGUAGES.map((value) => ({ value, label: value === 'de' ? 'Deutsch' : 'English' }))}
    />
  )
}
