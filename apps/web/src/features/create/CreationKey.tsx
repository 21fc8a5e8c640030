import { SetupResponse } from '@tafelrunde/protocol'
import { useState } from 'react'
import { ApiError, callApi } from '../../api/callApi.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { readKeyInput } from './keyInput.ts'

/** Asks for the key that may create workshops, or trades a setup link for one. */
export function CreationKey({ isWrong, onKey }: { isWrong: boolean; onKey: (key: string, isNew: boolean) => void }) {
  const t = useText()
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(isWrong ? t.create.permission.wrong : null)

  const submit = async (): Promise<void> => {
    const input = readKeyInput(text)
    if (!input) return setProblem(t.create.permission.wrong)
    if (input.type === 'key') return onKey(input.token, false)
    setBusy(true)
    try {
      const { creationToken } = await callApi('POST', '/setup', { body: { setup: input.token }, schema: SetupResponse })
      onKey(creationToken, true)
    } catch (error) {
      const isUsed = error instanceof ApiError && error.code === 'setup.used'
      setProblem(isUsed ? t.create.permission.used : t.create.permission.wrong)
      setBusy(false)
    }
  }
  return (
    <form
      className="create-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <section className="create-section" aria-labelledby="creation-key">
        <h2 id="creation-key">{t.create.permission.title}</h2>
        <p>{t.create.permission.text}</p>
        <TextField
          label={t.create.permission.label}
          value={text}
          error={problem}
          autoComplete="off"
          spellCheck={false}
          onChange={(value) => {
            setText(value)
            setProblem(null)
          }}
        />
        <div>
          <Button type="submit" variant="primary" disabled={isBusy || !text.trim()}>
            {t.create.permission.submit}
          </Button>
        </div>
      </section>
    </form>
  )
}
