import { partOf, type Group, type PartRules, type RunState } from '@tafelrunde/schema/plain'
import { useEffect, useRef } from 'react'
import { formatTime } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { Messages } from '../../i18n/messages.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { delayMinutes, type PlannedStep } from './planTimes.ts'

export interface RunSheetStepProps {
  planned: PlannedStep
  run: RunState
  /** Groups that run this step on their own. */
  groupsHere: readonly Group[]
  isOpen: boolean
  /** The step that the chosen group, or everybody, is in. */
  isTargetHere: boolean
  onToggle: () => void
  onStart: () => void
}

/** One step: time, title and minutes; opened, its instruction, its rules and the way to start it. */
export function RunSheetStep(props: RunSheetStepProps) {
  const { planned, run, groupsHere, isOpen, isTargetHere, onToggle, onStart } = props
  const t = useText()
  const language = useLanguage()
  const { step, state, plannedAt } = planned
  const isNow = state === 'now'
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isNow) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isNow])
  const delay = delayMinutes(planned)
  const placed = isNow && run.current ? partOf(step, run.current) : null
  return (
    <li ref={row} className="run-step" data-state={state} aria-current={isNow ? 'step' : undefined}>
      <button type="button" className="run-step-row" aria-expanded={isOpen} onClick={onToggle}>
        <span className="run-step-time tabular">
          {plannedAt === null
            ? offsetText(planned.offsetMinutes)
            : formatTime(plannedAt, language, run.workshop.timeZone).padStart(5, '0')}
        </span>
        <span className="run-step-title">
          {step.title}
          {groupsHere.map((group) => (
            <Chip key={group.id} size="s" letter={group.letter} colour={group.colour} name={group.name} />
          ))}
          {placed && (
            <small>
              {t.runSheet.part({ number: placed.index + 1, of: step.parts.length, title: placed.part.title })}
            </small>
          )}
          {delay !== 0 && state === 'next' && (
            <small className="run-step-delay">
              {delay > 0 ? t.runSheet.later({ minutes: delay }) : t.runSheet.earlier({ minutes: -delay })}
            </small>
          )}
        </span>
        <small className="run-step-minutes tabular">
          <span aria-hidden>{step.minutes}</span>
          <span className="visually-hidden">{t.runSheet.minutes({ count: step.minutes })}</span>
        </small>
      </button>
      {isOpen && (
        <div className="run-step-more">
          {step.instruction && <p>{step.instruction}</p>}
          {step.parts.length > 0 && (
            <ol className="run-step-parts">
              {step.parts.map((entry, index) => (
                <li key={entry.id} aria-current={index === placed?.index ? 'step' : undefined}>
                  {entry.title} <small className="tabular">{entry.minutes}</small>
                  {entry.rules && <small className="soft"> · {partRulesText(entry.rules, t.runSheet.tags)}</small>}
                </li>
              ))}
            </ol>
          )}
          <p className="run-step-tags small soft">
            {[
              step.writableRoots.length === 0 ? t.runSheet.tags.readOnly : t.runSheet.tags[step.where],
              ...(step.isPlenaryOpen ? [t.runSheet.tags.plenary] : []),
            ].join(' · ')}
          </p>
          {!isTargetHere && (
            <Button size="s" onClick={onStart} aria-label={t.runSheet.startStep({ title: step.title })}>
              {t.runSheet.start}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function partRulesText(rules: PartRules, tags: Messages['runSheet']['tags']): string {
  if (rules.isHidden) return tags.hidden
  return rules.writableRoots.length === 0 ? tags.readOnly : tags.ownRules
}

function offsetText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
