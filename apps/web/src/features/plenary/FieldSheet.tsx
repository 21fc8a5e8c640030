import type { ChannelFit } from '@tafelrunde/schema/plain'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { EntryList } from './EntryList.tsx'
import { hasHeadings, type FieldView } from './fieldViews.ts'
import { sectionTitle } from './sectionTitle.ts'
import './FieldSheet.css'

export interface FieldSheetProps {
  view: FieldView
  fits: ReadonlyMap<string, ChannelFit>
  /** Chosen entries while folding; null otherwise. */
  chosen: readonly string[] | null
  onToggle: (key: string) => void
}

/** One field over all groups, in the sections of its merge rule. */
export function FieldSheet({ view, fits, chosen, onToggle }: FieldSheetProps) {
  const t = useText()
  const language = useLanguage()
  const { field, sections, groups, entries, folded } = view
  const withHeadings = hasHeadings(view)
  return (
    <section className="field-sheet">
      <header>
        <h2>{field.label[language]}</h2>
        <p className="small soft">
          {entries > 0 ? t.plenary.summary({ groups, entries, folded }) : field.prompt[language]}
        </p>
      </header>
      {entries === 0 && <p className="field-sheet-empty soft">{t.plenary.emptyField}</p>}
      <div className="field-sheet-sections" data-headings={withHeadings ? '' : undefined}>
        {sections.map(({ section, cards }) => (
          <div key={section} className="field-sheet-section">
            {withHeadings && (
              <h3>
                {sectionTitle({ field, section }, t, language)}{' '}
                <span className="soft tabular">{cards.reduce((sum, card) => sum + 1 + card.folded.length, 0)}</span>
              </h3>
            )}
            <EntryList cards={cards} field={field} fits={fits} chosen={chosen} onToggle={onToggle} />
          </div>
        ))}
      </div>
    </section>
  )
}
