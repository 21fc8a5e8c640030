import { isModerating } from '@tafelrunde/protocol'
import { useState } from 'react'
import { homeOf, placeUrl } from '../../api/placeOf.ts'
import { DossierPreview } from '../../features/results/DossierPreview.tsx'
import { FormatList } from '../../features/results/FormatList.tsx'
import { LANGUAGES, useLanguage, type Language } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import type { SeatPageProps } from '../../routes.tsx'
import { PersonMenu } from '../../features/people/PersonMenu.tsx'
import { AppBar } from '../../ui/AppBar.tsx'
import { Link } from '../../ui/Link.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import './ResultsPage.css'

/** What the groups wrote, to read and to take along. */
export function ResultsPage({ seat }: SeatPageProps) {
  const t = useText()
  const [language, setLanguage] = useState<Language>(useLanguage())
  const isModerator = isModerating(seat.role)
  return (
    <div className="results">
      <AppBar
        title={t.results.title}
        start={<span className="results-workshop soft">{seat.title}</span>}
        end={
          <>
            <Link className="ui-button results-wide" to={placeUrl(seat, 'plenary')}>
              {t.results.toPlenary}
            </Link>
            {(isModerator || seat.groupId !== null) && (
              <Link className="ui-button" to={homeOf(seat)}>
                {isModerator ? t.results.toCockpit : t.results.toBoard}
              </Link>
            )}
            <PersonMenu seat={seat} />
          </>
        }
      />
      <main className="results-main">
        <p>{t.results.lead}</p>
        <div className="results-language">
          <span>{t.results.language}</span>
          <Segmented
            label={t.results.language}
            value={language}
            onChange={setLanguage}
            options={LANGUAGES.map((value) => ({ value, label: t.results.languages[value] }))}
          />
        </div>
        <h2 className="visually-hidden">{t.results.get}</h2>
        <FormatList seat={seat} language={language} />
        <p className="small soft">{t.results.internal}</p>
        <DossierPreview seat={seat} language={language} />
      </main>
    </div>
  )
}
