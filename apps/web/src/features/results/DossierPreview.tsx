import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage, type Language } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useTheme } from '../../ui/theme.ts'
import { showDossier } from './dossierPreview.ts'
import { fetchResults } from './resultsFiles.ts'
import './DossierPreview.css'

/** The dossier as it would be downloaded now. */
export function DossierPreview({ seat, language }: { seat: StoredSeat; language: Language }) {
  const t = useText()
  const uiLanguage = useLanguage()
  const host = useRef<HTMLDivElement>(null)
  const [round, setRound] = useState(0)
  const [asOf, setAsOf] = useState<number | null>(null)
  const [html, setHtml] = useState('')
  const theme = useTheme()
  const [problem, setProblem] = useState<ApiError | null>(null)
  useEffect(() => {
    let isGone = false
    const load = async (): Promise<void> => {
      try {
        const fetched = await (await fetchResults(seat, { format: 'html', language })).text()
        if (isGone) return
        setHtml(fetched)
        setAsOf(Date.now())
        setProblem(null)
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        if (!isGone) setProblem(error)
      }
    }
    void load()
    return () => {
      isGone = true
    }
  }, [seat, language, round])
  useEffect(() => {
    if (host.current && html !== '') showDossier(host.current, html, theme)
  }, [html, theme])
  return (
    <section className="dossier" aria-labelledby="dossier-title">
      <header>
        <h2 id="dossier-title">{t.results.preview}</h2>
        <span className="small soft">
          {asOf === null ? t.results.previewLoading : t.results.asOf({ time: formatTime(asOf, uiLanguage) })}
        </span>
        <Button size="s" onClick={() => setRound(round + 1)}>
          {problem ? t.results.retry : t.results.refresh}
        </Button>
      </header>
      {problem && (
        <Notice kind="danger" spoken="now">
          {t.results.failed({ problem: errorText(t, problem.code) })}
        </Notice>
      )}
      <div className="dossier-host" ref={host} />
    </section>
  )
}
