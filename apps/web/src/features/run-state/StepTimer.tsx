import { stepOf, stepRunOf, type GroupId, type RunState } from '@tafelrunde/schema'
import { useText } from '../../i18n/useText.ts'
import { Timer } from '../../ui/Timer.tsx'
import { currentPart } from './remainingTime.ts'
import { useMinute } from './useMinute.ts'

/** The pill with the remaining time of the step, or of its part. */
export function StepTimer({ run, groupId, now }: { run: RunState; groupId: GroupId; now: () => number }) {
  const t = useText().board
  useMinute()
  const step = stepOf(run, groupId)
  const stepRun = stepRunOf(run, groupId)
  if (!step || stepRun?.endsAt == null) return null
  const part = currentPart(step, stepRun, now())
  const label = part ? `${step.title} · ${t.part(part)}` : step.title
  return <Timer label={label} endsAt={stepRun.endsAt} now={now} />
}
