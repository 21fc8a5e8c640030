import { isModerating, type SubmissionRecord } from '@tafelrunde/protocol'
import type { Recommendation } from '@tafelrunde/schema'
import { useState } from 'react'
import { ApiError } from '../../api/callApi.ts'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { errorText } from '../../i18n/errorText.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { submit, withdraw, type Access } from './submissionCalls.ts'

export interface SubmitDialogProps {
  access: Access
  recommendations: readonly Recommendation[]
  /** Scribe and moderators; everybody else sees how far the recommendations are. */
  maySubmit: boolean
  onClose: () => void
}

/** Which recommendations go to the plenary, and what has become of those that did. */
export function SubmitDialog({ access, recommendations, maySubmit, onClose }: SubmitDialogProps) {
  const all = useText()
  const t = all.submission
  const desk = useDesk()
  const known = useStore(desk.submissions, (submissions) => submissions)
  const isOpen = ({ id }: Recommendation): boolean => known.get(id)?.status !== 'submitted'
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const ready = recommendations.filter((one) => isOpen(one) && one.title.trim() !== '')
  const chosen = ready.filter(({ id }) => !left.has(id))

  const send = async (call: () => Promise<readonly SubmissionRecord[]>, done: string): Promise<void> => {
    setIsSending(true)
    try {
      const records = await call()
      desk.submissions.set(new Map(records.map((one) => [one.recommendationId, one])))
      setProblem(null)
      desk.say(done)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setProblem(errorText(all, error.code))
    } finally {
      setIsSending(false)
    }
  }
  const toggle = (id: string, isChosen: boolean): void =>
    setLeft((before) => {
      const next = new Set(before)
      if (isChosen) next.delete(id)
      else next.add(id)
      return next
    })

  return (
    <Dialog
      title={maySubmit ? t.title : t.showTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.close}</Button>
          {maySubmit && (
            <Button
              variant="primary"
              disabled={isSending || chosen.length === 0}
              onClick={() =>
                void send(
                  () => submit(access, { groupId: desk.group.id, recommendationIds: chosen.map(({ id }) => id) }),
                  t.submitted({ count: chosen.length }),
                )
              }
            >
              {t.submitCount({ count: chosen.length })}
            </Button>
          )}
        </>
      }
    >
      {maySubmit && <p className="soft">{t.hint}</p>}
      {problem && (
        <Notice kind="danger" spoken="now">
          {problem}
        </Notice>
      )}
      <ul className="submission-list">
        {recommendations.map((recommendation) => {
          const { id, title } = recommendation
          const record = known.get(id)
          return (
            <li key={id}>
              {maySubmit && isOpen(recommendation) ? (
                <Checkbox
                  label={title || t.untitled}
                  isChecked={title.trim() !== '' && !left.has(id)}
                  isDisabled={title.trim() === ''}
                  onChange={(isChecked) => toggle(id, isChecked)}
                />
              ) : (
                <span lang={desk.boardLanguage}>{title || t.untitled}</span>
              )}
              <State record={record} />
              {record?.status === 'submitted' && isModerating(desk.seat.role) && (
                <Button
                  size="s"
                  variant="quiet"
                  disabled={isSending}
                  aria-label={t.withdrawCode({ code: record.code })}
                  onClick={() => void send(() => withdraw(access, record.code), t.withdrawn({ code: record.code }))}
                >
                  {t.withdraw}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

function State({ record }: { record: SubmissionRecord | undefined }) {
  const t = useText().submission
  const language = useLanguage()
  const last = record?.history.at(-1)
  if (!record || !last) return <span className="submission-state soft">{t.draft}</span>
  const time = formatTime(last.at, language)
  return (
    <span className="submission-state">
      <b className="tabular">{record.code}</b>{' '}
      <span className="soft">{record.status === 'submitted' ? t.since({ time }) : t.withdrawnAt({ time })}</span>
      {last.note !== '' && <span className="soft"> · {last.note}</span>}
    </span>
  )
}
