import type { RehearsalRecord } from '@tafelrunde/protocol'
import type { RunState } from '@tafelrunde/schema/plain'
import { CircleCheck, Drama } from 'lucide-react'
import type { StoredSeat } from '../../api/seats.ts'
import { errorText } from '../../i18n/errorText.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { MendTarget } from './mendTarget.ts'
import { ProblemList } from './ProblemList.tsx'
import { useRehearsal } from './useRehearsal.ts'
import './RehearsalPart.css'

export interface RehearsalPartProps {
  seat: StoredSeat
  run: RunState
  onMend: (target: MendTarget) => void
}

/** Start a rehearsal, see how far the simulated people are, and what they stumbled over. */
export function RehearsalPart({ seat, run, onMend }: RehearsalPartProps) {
  const text = useText()
  const t = text.rehearsal.trial
  const { rehearsal, isRunning, isAsking, failure, start, stop } = useRehearsal(seat)
  return (
    <section className="rehearsal" aria-labelledby="rehearsal-title" data-running={isRunning}>
      <div className="rehearsal-head">
        <h3 id="rehearsal-title">
          <Icon of={Drama} size={18} />
          {t.title}
        </h3>
        {isRunning ? (
          <Button aria-disabled={isAsking} onClick={() => isAsking || stop()}>
            {t.stop}
          </Button>
        ) : (
          <Button variant="primary" aria-disabled={isAsking} onClick={() => isAsking || start()}>
            {rehearsal === null ? t.start : t.again}
          </Button>
        )}
      </div>
      <p className="small soft">{t.explain}</p>
      {failure !== null && (
        <Notice kind="danger" spoken="politely">
          {errorText(text, failure)}
        </Notice>
      )}
      {rehearsal !== null && isRunning && <Progress rehearsal={rehearsal} run={run} />}
      {rehearsal !== null && !isRunning && <Outcome rehearsal={rehearsal} run={run} onMend={onMend} />}
    </section>
  )
}

function Progress({ rehearsal, run }: { rehearsal: RehearsalRecord; run: RunState }) {
  const text = useText().rehearsal
  const t = text.trial
  const { phase, step, steps, stepId, counts } = rehearsal
  const title = run.steps.find(({ id }) => id === stepId)?.title.trim() || text.untitled
  const where = phase === 'steps' ? t.stepOf({ number: step, steps, title }) : t.phases[phase]
  return (
    <div className="rehearsal-progress">
      <output>{where}</output>
      <progress
        aria-label={t.title}
        max={steps + 1}
        value={phase === 'arriving' ? 0 : step + Number(phase !== 'steps')}
      />
      {/* Changes every second; read out it would talk without end. */}
      <p className="small soft tabular">{t.counts(counts)}</p>
    </div>
  )
}

function Outcome({
  rehearsal,
  run,
  onMend,
}: Pick<RehearsalPartProps, 'run' | 'onMend'> & { rehearsal: RehearsalRecord }) {
  const text = useText()
  const t = text.rehearsal.trial
  const { outcome, failure, problems, counts, step, steps } = rehearsal
  if (outcome === 'failed') {
    return (
      <Notice kind="danger" spoken="politely">
        {t.broke({ problem: errorText(text, failure ?? 'internal') })}
      </Notice>
    )
  }
  const isSmooth = problems.length === 0 && outcome === 'finished'
  return (
    <>
      <output className="rehearsal-outcome" data-smooth={isSmooth}>
        {isSmooth && <Icon of={CircleCheck} size={18} />}
        {outcome === 'stopped'
          ? t.stopped({ step, steps })
          : isSmooth
            ? t.smooth
            : t.stumbled({ count: problems.length })}
      </output>
      <p className="small soft tabular">{t.counts(counts)}</p>
      <ProblemList problems={problems} run={run} onMend={onMend} />
    </>
  )
}
