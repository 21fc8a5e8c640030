import { stepOf, stepRunOf, type GroupId, type RunState } from '@tafelrunde/schema'
import { Timer } from '../../ui/Timer.tsx'

/** The pill with the remaining time of the step. */
export function StepTimer({ run, groupId, now }: { run: RunState; groupId: GroupId; now: () => number }) {
  const step = stepOf(run, groupId)
  const stepRun = stepRunOf(run, groupId)
  if (!step || stepRun?.endsAt == null) return null
  return <Timer label={step.title} endsAt={stepRun.endsAt} now={now} />
}
