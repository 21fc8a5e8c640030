import { useState, type FormEvent } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { recover } from '../../api/joining.ts'
import { homeOf } from '../../api/placeOf.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { navigate, usePlace } from '../../ui/navigation.ts'
import { TextField } from '../../ui/TextField.tsx'
import { PaperPage } from '../PaperPage.tsx'
import { normaliseCode, workshopIdIn } from './recoveryInput.ts'
import './RecoverPage.css'

/** Brings a seat to this device with its recovery code. */
export function RecoverPage() {
  const t = useText()
  const { query } = usePlace()
  const [workshop, setWorkshop] = useState(() => query.get('workshop') ?? '')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<{ field: 'workshop' | 'code' | 'form'; text: string } | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const workshopId = workshopIdIn(workshop)
    const clean = normaliseCode(code)
    if (!workshopId) return setProblem({ field: 'workshop', text: t.home.recoverWorkshopBad })
    if (!clean) return setProblem({ field: 'code', text: t.home.recoverCodeBad })
    setIsBusy(true)
    setProblem(null)
    try {
      navigate(homeOf(await recover(workshopId, clean)), { replace: true })
    } catch (error) {
      const reason = error instanceof ApiError ? error.code : 'internal'
      setProblem({ field: 'form', text: reason === 'network' ? t.join.bad.offline.title : errorText(t, reason) })
      setIsBusy(false)
    }
  }

  const problemOf = (field: 'workshop' | 'code') => (problem?.field === field ? problem.text : null)
  return (
    <PaperPage title={t.home.recoverTitle}>
      <p className="soft">{t.home.recoverText}</p>
      <form className="recover-form" data-roomy="" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t.home.recoverWorkshop}
          description={t.home.recoverWorkshopHelp}
          error={problemOf('workshop')}
          autoComplete="off"
          spellCheck={false}
          value={workshop}
          onChange={setWorkshop}
        />
        <TextField
          label={t.home.recoverCode}
          description={t.home.recoverCodeHelp}
          error={problemOf('code')}
          className="recover-code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          onChange={setCode}
        />
        {problem?.field === 'form' && (
          <p role="alert" className="ui-field-error">
            {problem.text}
          </p>
        )}
        <Button type="submit" variant="primary" size="l" aria-disabled={isBusy}>
          {t.home.recoverSubmit}
        </Button>
      </form>
    </PaperPage>
  )
}
