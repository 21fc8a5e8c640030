import { useText } from '../../i18n/useText.ts'
import { PaperPage } from '../PaperPage.tsx'

export function JoinPage() {
  const t = useText()
  return <PaperPage title={t.places.titles.join}>{t.home.intro}</PaperPage>
}
