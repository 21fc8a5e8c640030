import type { PlanProblemRecord } from '@tafelrunde/protocol'
import type { PlanSeverity, RunState } from '@tafelrunde/schema/plain'
import { CircleCheck } from 'lucide-react'
import type { StoredSeat } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { MendTarget } from './mendTarget.ts'
import { ProblemList } from './ProblemList.tsx'
import { RehearsalPart } from './RehearsalPart.tsx'
import { usePlanCheck } from './usePlanCheck.ts'
import './PlanCheckDialog.css'

export interface PlanCheckDialogProps {
  seat: StoredSeat
  run: RunState
  /** Leads to where a fault is mended; the dialog goes away then. */
  onMend: (target: MendTarget) => void
  onClose: () => void
}

/** What would go wrong on the day: as simulated people meet it, and as the plan alone shows it. */
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
      <RehearsalPart seat={seat} run={run} onMend={onMend} />
      <h3 className="plan-title">{t.planTitle}</h3>
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
      <ProblemList problems={problems ?? []} run={run} onMend={onMend} />
    </Dialog>
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
