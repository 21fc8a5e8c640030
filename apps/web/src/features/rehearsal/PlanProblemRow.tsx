import type { PlanProblemRecord, RehearsalProblemRecord } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { mendTarget, type MendTarget } from './mendTarget.ts'
import { problemText } from './problemText.ts'

export interface PlanProblemRowProps {
  problem: PlanProblemRecord | RehearsalProblemRecord
  run: RunState
  onMend: (target: MendTarget) => void
}

/** One fault: where it is, what it means, and the way to where it is mended, if moderators can mend it. */
export function PlanProblemRow({ problem, run, onMend }: PlanProblemRowProps) {
  const t = useText().rehearsal
  const at = run.steps.findIndex(({ id }) => id === problem.stepId)
  const step = run.steps[at]
  const group = run.groups.find(({ id }) => id === problem.groupId)
  const target = mendTarget(problem)
  const title = step?.title.trim() || t.untitled
  const place = [...(group ? [group.name] : []), ...(step ? [t.step({ number: at + 1, title })] : [])].join(' · ')
  return (
    <li className="plan-problem">
      <div className="plan-problem-words">
        {place !== '' && (
          <p className="plan-problem-place">
            {group && <Chip letter={group.letter} colour={group.colour} size="s" />}
            <span>{place}</span>
          </p>
        )}
        <p>{problemText(t, problem)}</p>
      </div>
      {target !== null && (
        <Button size="s" aria-label={t.mendAt({ mend: t.mend[target.place], place })} onClick={() => onMend(target)}>
          {t.mend[target.place]}
        </Button>
      )}
    </li>
  )
}
