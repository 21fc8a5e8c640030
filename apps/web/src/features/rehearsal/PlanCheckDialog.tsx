import type { PlanProblemRecord } from '@tafelrunde/protocol'
import { PLAN_SEVERITIES, type PlanSeverity, type RunState } from '@tafelrunde/schema/plain'
import { CircleCheck, Lightbulb, OctagonX, TriangleAlert } from 'lucide-react'
import type { StoredSeat } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { MendTarget } from './mendTarget.ts'
import { PlanProblemRow } from './PlanProblemRow.tsx'
import { usePlanCheck } from './usePlanCheck.ts'
import './PlanCheckDialog.css'

export interface PlanCheckDialogProps {
  seat: StoredSeat
  run: RunState
  /** Leads to where a fault is mended; the dialog goes away then. */
  onMend: (target: MendTarget) => void
  onClose: () => void
}

const SIGNS = { blocks: OctagonX, warns: TriangleAlert, hint: Lightbulb } as const

/** What would go wrong on the day, the worst first, each with the way to where it is mended. */
export function PlanCheckDialog({ seat, run, onMend, onClose }: PlanCheckDialogProps) {
  const text = useText()
  const t = text.rehearsal
  const { problems, failure, isChecking, checkAgain } = usePlanCheck(seat)
  return (
    <Dialog
      title={t.title}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          <Button aria-disabled={isChecking} onClick={() => isChecking || checkAgain()}>
            {isChecking ? t.checking : t.again}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {text.ui.close}
          </Button>
        </>
      }
    >
      <p className="small soft">{t.explain}</p>
      {failure !== null && (
        <Notice kind="danger" spoken="politely">
          {t.failed({ problem: errorText(text, failure) })}
        </Notice>
      )}
      {/* Changes with every check, so that an answer which says the same as the last one is spoken, too. */}
      <output className="plan-summary">
        {isChecking ? t.checking : problems && failure === null ? summaryOf(t, problems) : null}
      </output>
      {problems !== null && problems.every(({ severity }) => severity === 'hint') && (
        <div className="plan-sound">
          <Icon of={CircleCheck} size={28} />
          <EmptyState title={t.sound}>{problems.length === 0 ? t.soundExplain : t.soundButHints}</EmptyState>
        </div>
      )}
      {PLAN_SEVERITIES.map((severity) => (
        <Problems key={severity} severity={severity} problems={problems ?? []} run={run} onMend={onMend} />
      ))}
    </Dialog>
  )
}

interface ProblemsProps extends Pick<PlanCheckDialogProps, 'run' | 'onMend'> {
  severity: PlanSeverity
  problems: readonly PlanProblemRecord[]
}

function Problems({ severity, problems, run, onMend }: ProblemsProps) {
  const t = useText().rehearsal
  const ofWeight = problems.filter((problem) => problem.severity === severity)
  if (ofWeight.length === 0) return null
  return (
    <section className="plan-problems" data-severity={severity} aria-labelledby={`plan-${severity}`}>
      <h3 id={`plan-${severity}`}>
        <Icon of={SIGNS[severity]} size={18} />
        {t.severities[severity]} <span className="tabular">({ofWeight.length})</span>
      </h3>
      <p className="small soft">{t.severityHints[severity]}</p>
      <ul>
        {ofWeight.map((problem) => (
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

function summaryOf(
  t: ReturnType<typeof useText>['rehearsal'],
  problems: readonly Pick<PlanProblemRecord, 'severity'>[],
): string {
  const count = (severity: PlanSeverity): number => problems.filter((problem) => problem.severity === severity).length
  const [blocks, warns, hints] = [count('blocks'), count('warns'), count('hint')]
  return blocks + warns + hints === 0 ? t.sound : t.summary({ blocks, warns, hints })
}
