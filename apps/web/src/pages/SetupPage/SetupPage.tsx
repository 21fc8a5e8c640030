import { useText } from '../../i18n/useText.ts'
import { PaperPage } from '../PaperPage.tsx'

export function SetupPage() {
  const t = useText()
  return <PaperPage title={t.places.titles.setup}>{t.home.intro}</PaperPage>
}
