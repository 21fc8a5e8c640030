import { useText } from '../../i18n/useText.ts'
import { PaperPage } from '../PaperPage.tsx'

export function HomePage() {
  const t = useText()
  return <PaperPage title={t.places.titles.home}>{t.home.intro}</PaperPage>
}
