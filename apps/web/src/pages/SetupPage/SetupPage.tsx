import { useState } from 'react'
import { ApiError, callApi, type Parser } from '../../api/callApi.ts'
import { storeCreationKey } from '../../api/creationKey.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { PaperPage } from '../PaperPage.tsx'

const answer: Parser<{ creationToken: string }> = {
  parse(value) {
    const token = typeof value === 'object' && value !== null && 'creationToken' in value ? value.creationToken : null
    if (typeof token !== 'string') throw new TypeError('no creation token')
    return { creationToken: token }
  },
}

/** Trades the one-time setup link for the right to create workshops on this device. */
export function SetupPage() {
  const t = useText()
  const [state, setState] = useState<{ isDone: boolean; problem: string | null }>({ isDone: false, problem: null })

  const setUp = async () => {
    try {
      const body = { setup: location.hash.slice(1) }
      storeCreationKey((await callApi('POST', '/setup', { body, schema: answer })).creationToken)
      history.replaceState(null, '', location.pathname)
      setState({ isDone: true, problem: null })
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal'
      setState({ isDone: false, problem: code === 'network' ? t.join.bad.offline.title : errorText(t, code) })
    }
  }

  return (
    <PaperPage title={t.home.setupTitle}>
      {state.isDone ? (
        <>
          <output>{t.home.setupDone}</output>
          <Link className="ui-button" data-variant="primary" to="/new">
            {t.home.create}
          </Link>
        </>
      ) : (
        <>
          <p>{t.home.setupText}</p>
          {state.problem && (
            <p role="alert" className="ui-field-error">
              {state.problem}
            </p>
          )}
          <Button variant="primary" size="l" onClick={() => void setUp()}>
            {t.home.setupSubmit}
          </Button>
        </>
      )}
    </PaperPage>
  )
}
