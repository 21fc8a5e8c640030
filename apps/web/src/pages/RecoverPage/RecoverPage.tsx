import { useText } from '../../i18n/useText.ts'
import { PaperPage } from '../PaperPage.tsx'

export function RecoverPage() {
  const t = useText()
  return <PaperPage title={t.places.titles.recover}>{t.home.intro}</PaperPage>
}
