import { Download } from 'lucide-react'
import { useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import type { Language } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { fetchResults, RESULT_FORMATS, resultsFileName, saveFile, type ResultFormat } from './resultsFiles.ts'
import './FormatList.css'

/** The formats with what each is good for; downloads carry the seat's token in a header, never in an address. */
export function FormatList({ seat, language }: { seat: StoredSeat; language: Language }) {
  const t = useText()
  const [busy, setBusy] = useState<ResultFormat | null>(null)
  const download = async (format: ResultFormat): Promise<void> => {
    if (busy !== null) return
    setBusy(format)
    try {
      const name = resultsFileName(seat.title, format, new Date())
      saveFile(await fetchResults(seat, { format, language }), name)
      showToast({ text: t.results.downloaded({ file: name }) })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      showToast({ text: t.results.failed({ problem: errorText(t, error.code) }), kind: 'problem' })
    }
    setBusy(null)
  }
  return (
    <ul className="format-list">
      {RESULT_FORMATS.map((format) => (
        <li key={format}>
          <div>
            <h3>{t.results.formats[format].title}</h3>
            <p className="small soft">{t.results.formats[format].text}</p>
          </div>
          <Button
            icon={<Icon of={Download} size={16} />}
            aria-disabled={busy !== null}
            aria-label={t.results.download({ format: t.results.formats[format].title })}
            onClick={() => void download(format)}
          >
            {busy === format ? t.results.downloading : t.results.get}
          </Button>
        </li>
      ))}
    </ul>
  )
}
