import { useText } from '../../i18n/useText.ts'
import { PaperPage } from '../PaperPage.tsx'

export function CreatePage() {
  const t = useText()
  return (
    <PaperPage title={t.places.titles.create}>
      <p>{t.home.intro}</p>
    </PaperPage>
  )
}
