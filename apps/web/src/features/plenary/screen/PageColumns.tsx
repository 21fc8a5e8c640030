import type { CSSProperties } from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import { useText } from '../../../i18n/useText.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { sectionTitle } from '../sectionTitle.ts'
import { ScreenCard } from './ScreenCard.tsx'
import type { ScreenPage } from './screenPages.ts'
import type { SlideSection, SlideSubject } from './Slide.ts'
import './PageColumns.css'

/** The cards of one page, column by column, under the headings of their sections. */
export function PageColumns({ page, count }: { page: ScreenPage; count: number }) {
  const t = useText()
  const { subject, hasHeadings } = page.slide
  return (
    <div className="screen-columns" data-page={page.key} style={{ '--columns': count } as CSSProperties}>
      {page.columns.map((column, at) => (
        <div key={at} className="screen-column">
          {column.map((piece) => {
            const section = page.slide.sections.find(({ key }) => key === piece.sectionKey)
            if (!section) return null
            return (
              <section key={piece.sectionKey}>
                {hasHeadings && (
                  <h2>
                    <SectionHeading section={section} subject={subject} />{' '}
                    <span className="soft">
                      {piece.isContinued && piece.to > piece.from ? t.screen.continued : section.count}
                    </span>
                  </h2>
                )}
                <ul>
                  {section.cards.slice(piece.from, piece.to).map((card) => (
                    <ScreenCard key={card.key} card={card} />
                  ))}
                </ul>
                {section.cards.length === 0 && <p className="screen-column-empty">{t.screen.nothingHere}</p>}
              </section>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function SectionHeading({ section, subject }: { section: SlideSection; subject: SlideSubject }) {
  const t = useText()
  const language = useLanguage()
  const { group } = section
  if (group) {
    return (
      <>
        <Chip letter={group.letter} colour={group.colour} />
        <span className="screen-heading">{group.name}</span>
      </>
    )
  }
  if (!('field' in subject)) return null
  return (
    <span className="screen-heading">
      {sectionTitle({ field: subject.field, section: section.section }, t, language)}
    </span>
  )
}
