import type { ReactNode } from 'react'
import { LegalLinks } from '../features/legal/LegalLinks.tsx'
import { useText } from '../i18n/useText.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Link } from '../ui/Link.tsx'
import { Mark } from '../ui/Mark.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { ThemeSwitch } from '../ui/ThemeSwitch.tsx'
import './PaperPage.css'

export interface PaperPageProps {
  /** The page's heading; null if the content brings its own h1. */
  title: string | null
  /** Above the heading, small. */
  kicker?: ReactNode
  /** `card`: one narrow sheet in the middle; `wide`: a column for lists and text. */
  layout?: 'card' | 'wide'
  children: ReactNode
}

/** The frame of every quiet place: mark, language, one sheet of paper, legal links. */
export function PaperPage({ title, kicker, layout = 'card', children }: PaperPageProps) {
  const t = useText()
  return (
    <div className="paper-page" data-layout={layout}>
      <header className="paper-page-head">
        <SkipLink />
        <Link to="/" className="paper-page-mark" aria-label={t.ui.home}>
          <Mark />
          <span aria-hidden>{t.places.product}</span>
        </Link>
        <div className="paper-page-switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className="paper-page-main">
        {(title ?? kicker) && (
          <div>
            {kicker && <p className="soft">{kicker}</p>}
            {title && <h1>{title}</h1>}
          </div>
        )}
        {children}
      </main>
      <footer className="paper-page-foot">
        <LegalLinks />
      </footer>
    </div>
  )
}
