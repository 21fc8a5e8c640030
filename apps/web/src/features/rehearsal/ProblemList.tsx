import type { PlanProblemRecord, RehearsalProblemRecord } from '@tafelrunde/protocol'
import { PLAN_SEVERITIES, type PlanSeverity, type RunState } from '@tafelrunde/schema/plain'
import { Lightbulb, OctagonX, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { MendTarget } from './mendTarget.ts'
import { PlanProblemRow } from './PlanProblemRow.tsx'

const SIGNS = { blocks: OctagonX, warns: TriangleAlert, hint: Lightbulb } as const

export interface ProblemListProps {
  problems: readonly (PlanProblemRecord | RehearsalProblemRecord)[]
  run: RunState
  onMend: (target: MendTarget) => void
}

/** Problems by weight, the worst first, each with the way to where it is mended. */
export function ProblemList({ problems, run, onMend }: ProblemListProps) {
  return PLAN_SEVERITIES.map((severity) => {
    const ofWeight = problems.filter((problem) => problem.severity === severity)
    if (ofWeight.length === 0) return null
    return <ProblemsOfWeight key={severity} severity={severity} problems={ofWeight} run={run} onMend={onMend} />
  })
}

function ProblemsOfWeight({ severity, problems, run, onMend }: ProblemListProps & { severity: PlanSeverity }) {
  const t = useText().rehearsal
  const id = useId()
  return (
    <section className="plan-problems" data-severity={severity} aria-labelledby={id}>
      <h4 id={id}>
        <Icon of={SIGNS[severity]} size={18} />
        {t.severities[severity]} <span className="tabular">({problems.length})</span>
      </h4>
      <p className="small soft">{t.severityHints[severity]}</p>
      <ul>
        {problems.map((problem) => (
          <PlanProblemRow
            key={`${problem.code}/${problem.stepId}/${problem.groupId}`}
            problem={problem}
            run={run}
            onMend={onMend}
          />
        ))}
      </ul>
    </section>
  )
}
