import type { RunCommand } from '@tafelrunde/protocol'
import type { RunState, Step } from '@tafelrunde/schema/plain'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Timer } from '../../ui/Timer.tsx'

export interface RemoteStepProps {
  run: RunState
  step: Step | null
  /** Title of the running part, if the step has parts. */
  part: string | null
  previous: Step | null
  next: Step | null
  serverNow: () => number
  onCommand: (command: RunCommand) => void
}

/** What is on, how long still, and what comes next. */
export function RemoteStep({ run, step, part, previous, next, serverNow, onCommand }: RemoteStepProps) {
  const t = useText()
  const { current, steps } = run
  const expectedStepId = current?.stepId ?? null
  const number = step ? steps.indexOf(step) + 1 : 0
  return (
    <section className="remote-card remote-step" aria-labelledby="remote-step">
      <p className="remote-kicker">{step ? t.remote.stepOf({ number, of: steps.length }) : t.remote.noStep}</p>
      <h2 id="remote-step">{step?.title ?? run.workshop.title}</h2>
      {part && <p className="soft">{part}</p>}
      {step && (
        <div className="remote-time">
          {current?.endsAt ? (
            <Timer label={step.title} endsAt={current.endsAt} now={serverNow} />
          ) : (
            <span className="soft">{t.remote.noTimer}</span>
          )}
          <Button size="l" onClick={() => onCommand({ type: 'time.add', minutes: 3 })}>
            {t.remote.moreTime}
          </Button>
        </div>
      )}
      <p className="remote-next">
        <span className="soft">{t.remote.after}</span>{' '}
        {next ? t.remote.nextUp({ title: next.title, minutes: next.minutes }) : t.remote.nothingAfter}
      </p>
      <div className="remote-step-buttons">
        <Button
          size="l"
          disabled={!previous}
          aria-label={previous ? t.remote.backTo({ title: previous.title }) : t.remote.back}
          onClick={() => onCommand({ type: 'step.back', expectedStepId })}
        >
          {t.remote.back}
        </Button>
        {step && !next ? (
          <Button size="l" variant="primary" onClick={() => onCommand({ type: 'step.end' })}>
            {t.remote.end}
          </Button>
        ) : (
          <Button
            size="l"
            variant="primary"
            disabled={!next}
            aria-label={next ? t.remote.nextTo({ title: next.title }) : t.remote.nextStep}
            onClick={() => onCommand({ type: 'step.next', expectedStepId })}
          >
            {t.remote.nextStep}
          </Button>
        )}
      </div>
    </section>
  )
}
