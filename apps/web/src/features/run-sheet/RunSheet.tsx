import type { RunCommand } from '@tafelrunde/protocol'
import type { GroupId, RunState } from '@tafelrunde/schema/plain'
import { ListChecks, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { planTimes, type PlannedStep } from './planTimes.ts'
import { RunSheetStep } from './RunSheetStep.tsx'
import { StepControls } from './StepControls.tsx'
import './RunSheet.css'

export interface RunSheetProps {
  run: RunState
  /** The group that the controls are for; null: all. */
  target: GroupId | null
  onTarget: (target: GroupId | null) => void
  onCommand: (command: RunCommand) => void
  onEdit: () => void
  /** Look for what would go wrong on the day. */
  onCheck: () => void
}

/** The run sheet with the running step, and the controls for all groups or one. */
export function RunSheet({ run, target, onTarget, onCommand, onEdit, onCheck }: RunSheetProps) {
  const t = useText()
  const [openId, setOpenId] = useState<string | null>(null)
  const targetRun = target === null ? run.current : (run.groupRuns[target] ?? run.current)
  const start = (planned: PlannedStep): void => {
    setOpenId(null)
    onCommand({
      type: 'step.start',
      stepId: planned.step.id,
      expectedStepId: targetRun?.stepId ?? null,
      ...(target === null ? {} : { groupId: target }),
    })
  }
  return (
    <section className="run-sheet" aria-labelledby="run-sheet-title">
      <header className="run-sheet-head">
        <h2 id="run-sheet-title">{t.runSheet.title}</h2>
        <Button size="s" variant="quiet" icon={<Icon of={ListChecks} size={16} />} onClick={onCheck}>
          {t.runSheet.check}
        </Button>
        <IconButton size="s" label={t.runSheet.edit} icon={<Icon of={Pencil} size={16} />} onClick={onEdit} />
      </header>
      {run.steps.length === 0 ? (
        <EmptyState title={t.runSheet.empty} actions={<Button onClick={onEdit}>{t.runSheet.addFirst}</Button>} />
      ) : (
        <ol className="run-sheet-steps">
          {planTimes(run).map((planned) => (
            <RunSheetStep
              key={planned.step.id}
              planned={planned}
              run={run}
              groupsHere={run.groups.filter((group) => run.groupRuns[group.id]?.stepId === planned.step.id)}
              isOpen={openId === planned.step.id}
              isTargetHere={targetRun?.stepId === planned.step.id}
              onToggle={() => setOpenId(openId === planned.step.id ? null : planned.step.id)}
              onStart={() => start(planned)}
            />
          ))}
        </ol>
      )}
      {run.steps.length > 0 && <StepControls run={run} target={target} onTarget={onTarget} onCommand={onCommand} />}
    </section>
  )
}
