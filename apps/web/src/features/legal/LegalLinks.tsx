import { useText } from '../../i18n/useText.ts'
import './LegalLinks.css'

/** Links to imprint, privacy notice and accessibility statement; on every place, in a new tab to leave work open. */
export function LegalLinks() {
  const t = useText()
  return (
    <nav className="legal-links" aria-label={t.legal.label}>
      <a href="/legal/imprint" target="_blank">
        {t.legal.imprint}
      </a>
      <a href="/legal/privacy" target="_blank">
        {t.legal.privacy}
      </a>
      <a href="/legal/accessibility" target="_blank">
        {t.legal.accessibility}
      </a>
    </nav>
  )
}
