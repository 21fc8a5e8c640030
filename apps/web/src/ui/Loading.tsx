import { useText } from '../i18n/useText.ts'
import './Loading.css'

/** Shown while a place loads; appears only after a moment, so that quick loads do not flicker. */
export function Loading() {
  const t = useText()
  return <output className="ui-loading">{t.ui.loading}</output>
}
