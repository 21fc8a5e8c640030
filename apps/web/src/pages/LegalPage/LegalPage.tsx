import { useEffect, useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { readLegalPage, type LegalPageContent, type LegalPageName } from '../../api/legalPages.ts'
import { Markdown } from '../../features/legal/Markdown.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PaperPage } from '../PaperPage.tsx'
import './LegalPage.css'

export function ImprintPage() {
  return <LegalPage page="imprint" />
}

export function PrivacyPage() {
  return <LegalPage page="privacy" />
}

export function AccessibilityPage() {
  return <LegalPage page="accessibility" />
}

/** A page of the operator: its own text, a link to it, or what the product itself can say. */
function LegalPage({ page }: { page: LegalPageName }) {
  const t = useText()
  const language = useLanguage()
  const [content, setContent] = useState<LegalPageContent | 'loading' | 'offline'>('loading')
  useEffect(() => {
    let isCurrent = true
    readLegalPage(page, language).then(
      (found) => isCurrent && setContent(found),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        if (isCurrent) setContent('offline')
      },
    )
    return () => {
      isCurrent = false
    }
  }, [page, language])

  if (content === 'loading') return <PaperPage title={t.legal[page]}>{''}</PaperPage>
  const hasOwnHeading = content !== 'offline' && /^# /m.test(content.markdown ?? '')
  return (
    <PaperPage title={hasOwnHeading ? null : t.legal[page]} layout="wide">
      <div className="legal-page">
        {content === 'offline' ? (
          <Notice kind="time">{t.legalPages.offline}</Notice>
        ) : (
          <>
            {content.markdown !== null && <Markdown text={content.markdown} />}
            {content.address !== null && (
              <p>
                <a href={content.address}>{t.legalPages.elsewhere}</a>
              </p>
            )}
            {content.markdown === null && content.address === null && (
              <>
                <Notice kind="time">{t.legalPages.missing[page]}</Notice>
                <Markdown text={t.legalPages.builtIn[page]} />
              </>
            )}
            {content.contact !== null && (
              <p>
                {page === 'accessibility' ? t.legal.reportBarrier : t.legal.contact}: <Contact to={content.contact} />
              </p>
            )}
          </>
        )}
      </div>
    </PaperPage>
  )
}

function Contact({ to }: { to: string }) {
  const address = to.includes('@') && !to.includes(':') ? `mailto:${to}` : to
  return /^(https?:|mailto:)/.test(address) ? <a href={address}>{to.replace(/^mailto:/, '')}</a> : <>{to}</>
}
