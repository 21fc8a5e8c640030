import type { Step } from '@tafelrunde/schema/plain'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'

export interface PartControlsProps {
  readonly step: Step
  /** The part that is on, counted from 0; null: none is. */
  readonly index: number | null
  /** The time at which the next one begins by itself; null: not by itself. */
  readonly until: string | null
  readonly onStart: (index: number) => void
}

/** Which part of the running step is on, and the way to the one before and after it. The clock goes there by itself. */
export function PartControls({ step, index, until, onStart }: PartControlsProps) {
  const words = useText().runSheet
  const of = step.parts.length
  const at = index ?? -1
  const named = (one: number): string => words.part({ number: one + 1, of, title: step.parts[one]?.title ?? '' })
  return (
    <fieldset className="step-controls-part" aria-label={words.parts}>
      <IconButton
        size="s"
        label={at > 0 ? words.backStep({ title: named(at - 1) }) : words.backPart}
        icon={<Icon of={ChevronLeft} size={16} />}
        disabled={at <= 0}
        onClick={() => onStart(at - 1)}
      />
      <span className="small">
        {index === null ? words.parts : named(index)}
        {until !== null && <span className="step-controls-until soft tabular">{words.partUntil({ time: until })}</span>}
      </span>
      <IconButton
        size="s"
        label={at < of - 1 ? words.nextStep({ title: named(at + 1) }) : words.nextPart}
        icon={<Icon of={ChevronRight} size={16} />}
        disabled={at >= of - 1}
        onClick={() => onStart(at + 1)}
      />
    </fieldset>
  )
}
