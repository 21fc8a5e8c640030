import { isModerating } from '@tafelrunde/protocol'
import type { Recommendation } from '@tafelrunde/schema'
import { Send } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { useStore } from '../../board/Store.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { readSubmissions, type Access } from './submissionCalls.ts'
import { SubmitDialog } from './SubmitDialog.tsx'
import './SubmissionBar.css'

/** How long a failed look at the submissions waits before the next one. */
const TRY_AGAIN_MS = 5_000

/** How much of the list has been submitted; for scribe and moderators the way to submit more. */
export function SubmissionBar({
  access,
  recommendations,
}: {
  access: Access
  recommendations: readonly Recommendation[]
}) {
  const t = useText().submission
  const desk = useDesk()
  const [isOpen, setIsOpen] = useState(false)
  const known = useStore(desk.submissions, (submissions) => submissions)
  const { submissionsVersion } = desk.run
  useEffect(() => {
    let isCurrent = true
    let again: ReturnType<typeof setTimeout> | undefined
    const look = (): void =>
      void readSubmissions(access).then(
        (records) => isCurrent && desk.submissions.set(new Map(records.map((one) => [one.recommendationId, one]))),
        () => {
          if (isCurrent) again = setTimeout(look, TRY_AGAIN_MS)
        },
      )
    look()
    return () => {
      isCurrent = false
      clearTimeout(again)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the run state says when there is something new
  }, [submissionsVersion, access.workshopId, access.token])

  const { role } = desk.seat
  const maySubmit = isModerating(role) || role === 'scribe'
  const submitted = recommendations.filter(({ id }) => known.get(id)?.status === 'submitted').length
  if (recommendations.length === 0 || (!maySubmit && submitted === 0)) return null
  return (
    <div className="submission-bar">
      <span className="small soft">{t.state({ submitted, count: recommendations.length })}</span>
      <Button size="s" icon={maySubmit && <Icon of={Send} size={15} />} onClick={() => setIsOpen(true)}>
        {maySubmit ? t.submit : t.show}
      </Button>
      {isOpen && (
        <SubmitDialog
          access={access}
          recommendations={recommendations}
          maySubmit={maySubmit}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  )
}
