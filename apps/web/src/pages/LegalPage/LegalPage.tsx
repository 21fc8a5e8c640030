import { useText } from '../../i18n/useText.ts'
import { PaperPage } from '../PaperPage.tsx'

export function ImprintPage() {
  return <PaperPage title={useText().legal.imprint}>{''}</PaperPage>
}

export function PrivacyPage() {
  return <PaperPage title={useText().legal.privacy}>{''}</PaperPage>
}

export function AccessibilityPage() {
  return <PaperPage title={useText().legal.accessibility}>{''}</PaperPage>
}
