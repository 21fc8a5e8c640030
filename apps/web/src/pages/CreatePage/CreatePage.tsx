import { InstanceResponse } from '@tafelrunde/protocol'
import { useEffect, useState } from 'react'
import { ApiError, callApi } from '../../api/callApi.ts'
import { readCreationKey, storeCreationKey } from '../../api/creationKey.ts'
import { createWorkshop, type Created } from '../../features/create/createWorkshop.ts'
import { CreateForm } from '../../features/create/CreateForm.tsx'
import {
  emptyForm,
  toCreateRequest,
  groupLetter,
  type CreateForm as Form,
} from '../../features/create/toCreateRequest.ts'
import { CreationKey } from '../../features/create/CreationKey.tsx'
import { readEarlierWorkshop, useEarlierWorkshops } from '../../features/create/earlierWorkshops.ts'
import { linksToRemember, rememberLinks } from '../../features/links/rememberedLinks.ts'
import { copySteps } from '../../features/run-sheet/stepDraft.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PaperPage } from '../PaperPage.tsx'
import { CreatedWorkshop } from './CreatedWorkshop.tsx'

/** Make a workshop: one form, then all its links. */
export function CreatePage() {
  const t = useText()
  const language = useLanguage()
  const earlier = useEarlierWorkshops()
  const [instance, setInstance] = useState<InstanceResponse | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [key, setKey] = useState(readCreationKey)
  const [newKey, setNewKey] = useState<string | null>(null)
  const [isKeyWrong, setKeyWrong] = useState(false)
  const [form, setForm] = useState<Form>(() => emptyForm(language))
  const [source, setSource] = useState<Awaited<ReturnType<typeof readEarlierWorkshop>> | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [created, setCreated] = useState<Created | null>(null)

  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    callApi('GET', '/instance', { schema: InstanceResponse }).then(setInstance, setFailure)
  }, [attempt])

  if (!instance) {
    if (!failure) return <Loading />
    const retry = (): void => {
      setFailure(null)
      setAttempt(attempt + 1)
    }
    return (
      <PaperPage title={t.create.title}>
        <Notice kind="danger" spoken="now" actions={<Button onClick={retry}>{t.ui.tryAgain}</Button>}>
          {errorText(t, failure.code)}
        </Notice>
      </PaperPage>
    )
  }
  if (created) {
    return (
      <CreatedWorkshop
        created={created}
        form={form}
        onAnother={() => {
          setCreated(null)
          setForm(emptyForm(language))
          setSource(null)
        }}
      />
    )
  }
  if ((instance.whoMayCreate === 'token' && !key) || isKeyWrong) {
    return (
      <PaperPage title={t.create.title} layout="wide">
        <CreationKey
          isWrong={isKeyWrong}
          onKey={(token, isNew) => {
            storeCreationKey(token)
            setKey(token)
            setNewKey(isNew ? token : null)
            setKeyWrong(false)
            setFailure(null)
          }}
        />
      </PaperPage>
    )
  }

  const takeEarlier = async (workshopId: string): Promise<void> => {
    if (workshopId === '') {
      setSource(null)
      return setForm({ ...form, series: '' })
    }
    try {
      const workshop = await readEarlierWorkshop(workshopId)
      setSource(workshop)
      setForm({ ...form, ...workshop.form, title: form.title || workshop.form.title })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
    }
  }
  const submit = async (): Promise<void> => {
    setBusy(true)
    setFailure(null)
    try {
      const request = toCreateRequest(form, (number) => t.create.groupName({ letter: groupLetter(number - 1) }))
      const steps = source ? copySteps(source.steps) : null
      const result = await createWorkshop({ request, ownName: form.ownName, instance, steps })
      rememberLinks(result.response.workshop.id, { byPlace: linksToRemember(result.response) })
      setCreated(result)
      scrollTo(0, 0)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
      if (error.code === 'creation.notAllowed' || error.code === 'token.missing') setKeyWrong(true)
    }
    setBusy(false)
  }
  return (
    <PaperPage title={t.create.title} layout="wide">
      <p className="soft">{t.create.lead}</p>
      {newKey && (
        <Notice spoken="politely">
          {t.create.permission.made} <code>{newKey}</code>
        </Notice>
      )}
      <CreateForm
        form={form}
        onChange={(change) => setForm({ ...form, ...change })}
        earlier={earlier}
        earlierId={source?.id ?? ''}
        onEarlier={(workshopId) => void takeEarlier(workshopId)}
        onSubmit={() => void submit()}
        isBusy={isBusy}
        failure={failure ? errorText(t, failure.code) : null}
      />
    </PaperPage>
  )
}
