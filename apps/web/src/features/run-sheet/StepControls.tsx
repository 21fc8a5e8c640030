import type { RunCommand } from '@tafelrunde/protocol'
import { partOf, withPartRules, type GroupId, type RunState } from '@tafelrunde/schema/plain'
import { ChevronLeft, ChevronRight, Lock } from 'lucide-react'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { PartControls } from './PartControls.tsx'
import { neighbourStep } from './planTimes.ts'

export interface StepControlsProps {
  run: RunState
  target: GroupId | null
  onTarget: (target: GroupId | null) => void
  onCommand: (command: RunCommand) => void
}

/** Back, next, more time and the end of writing, for all groups or for one. */
export function StepControls({ run, target, onTarget, onCommand }: StepControlsProps) {
  const t = useText()
  const language = useLanguage()
  const stepRun = target === null ? run.current : (run.groupRuns[target] ?? run.current)
  const stepId = stepRun?.stepId ?? null
  const next = neighbourStep(run.steps, stepId, 1)
  const previous = neighbourStep(run.steps, stepId, -1)
  const scope = target === null ? {} : { groupId: target }
  const step = run.steps.find(({ id }) => id === stepId)
  const open = step && stepRun ? withPartRules(step, stepRun).writableRoots : []
  const isWriting = open.length > 0 && !stepRun?.isClosed
  const isLast = stepId !== null && next === null
  return (
    <div className="step-controls">
      <div className="step-controls-row">
        <Select
          label={t.runSheet.target}
          isLabelHidden
          value={target ?? ''}
          onChange={(value) => onTarget(value === '' ? null : (value as GroupId))}
          options={[
            { value: '', label: t.runSheet.all },
            ...run.groups.map((group) => ({ value: group.id, label: `${group.letter} ${group.name}` })),
          ]}
        />
        {[1, 3].map((minutes) => (
          <Button
            key={minutes}
            className="step-controls-time"
            disabled={!stepRun}
            aria-label={t.runSheet.addTime({ minutes })}
            onClick={() => onCommand({ type: 'time.add', minutes, ...scope })}
          >
            {minutes === 1 ? '+1' : t.runSheet.addTime({ minutes })}
          </Button>
        ))}
      </div>
      <output className="step-controls-closed small">{stepRun?.isClosed ? t.runSheet.closed : ''}</output>
      {step && stepRun && step.parts.length > 1 && (
        <PartControls
          step={step}
          index={partOf(step, stepRun)?.index ?? null}
          until={stepRun.part?.endsAt ? formatTime(stepRun.part.endsAt, language, run.workshop.timeZone) : null}
          onStart={(part) => onCommand({ type: 'part.start', part, expectedStepId: stepId, ...scope })}
        />
      )}
      <div className="step-controls-row">
        <IconButton
          variant="plain"
          label={previous ? t.runSheet.backStep({ title: previous.title }) : t.runSheet.back}
          icon={<Icon of={ChevronLeft} />}
          disabled={!previous}
          onClick={() => onCommand({ type: 'step.back', expectedStepId: stepId, ...scope })}
        />
        {isLast ? (
          <Button variant="primary" onClick={() => onCommand({ type: 'step.end', ...scope })}>
            {t.runSheet.end}
          </Button>
        ) : (
          <Button
            variant="primary"
            disabled={!next}
            aria-label={stepId !== null && next ? t.runSheet.nextStep({ title: next.title }) : undefined}
            onClick={() => onCommand({ type: 'step.next', expectedStepId: stepId, ...scope })}
          >
            <span className="step-controls-next">
              {stepId === null ? t.runSheet.begin : next ? t.runSheet.nextStep({ title: next.title }) : t.runSheet.next}
            </span>
            <Icon of={ChevronRight} />
          </Button>
        )}
        <IconButton
          variant="plain"
          label={t.runSheet.closeNow}
          icon={<Icon of={Lock} size={16} />}
          disabled={!isWriting}
          onClick={() => onCommand({ type: 'step.close', ...scope })}
        />
      </div>
    </div>
  )
}
